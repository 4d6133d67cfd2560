"""The version, for results and pages."""

VERSION = "0.1.0"
