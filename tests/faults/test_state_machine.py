"""Random commands by two writers find no difference between the file and a simple model."""

import pytest
from hypothesis import HealthCheck, settings

from faults.machine import Machine

pytestmark = [pytest.mark.promise(3), pytest.mark.promise(9), pytest.mark.promise(8)]

TestFile = Machine.TestCase
TestFile.settings = settings(
    max_examples=12,
    stateful_step_count=25,
    deadline=None,
    database=None,
    suppress_health_check=list(HealthCheck),
)
