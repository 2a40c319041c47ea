"""Three whole lives of a case, lived on the dashboard with nothing but keys."""

import pytest

# So that a comparison that fails in there shows both sides.
pytest.register_assert_rewrite("ui.lives.person", "ui.lives.same")
