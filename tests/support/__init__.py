"""The test rig: what stands around the site while it is tested. The fixtures are in tests/conftest.py."""
