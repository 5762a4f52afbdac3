"""Tests of the store room: one contract for every store, and what only a file can do."""

import pytest

pytest.register_assert_rewrite("tests.store.contract", "tests.store.contract_outbox")
