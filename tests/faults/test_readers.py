"""What was written is read: by every reader, after every command, from no file on."""

import pytest
from hypothesis import HealthCheck, settings

from faults.readers import Readers

pytestmark = pytest.mark.promise(22)

TestReaders = Readers.TestCase
TestReaders.settings = settings(
    max_examples=6,
    stateful_step_count=12,
    deadline=None,
    database=None,
    suppress_health_check=list(HealthCheck),
)
