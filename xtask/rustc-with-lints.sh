#!/bin/sh
# The compiler with clippy's lints, which must all be met: cargo calls it for the crates of this house (RUSTC_WORKSPACE_WRAPPER),
# so that one build serves both lints and tests.
exec clippy-driver "$@" --deny warnings
