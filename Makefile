# Two commands for a fresh machine with Rust and Node. Everything else is `cargo xtask help`.
.PHONY: demo test
demo:
	cargo xtask demo
test:
	cargo xtask test
