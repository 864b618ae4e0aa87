//! Points the embedded page at `web/dist`, or at a stub that says how to build it. Never calls npm.
use std::path::PathBuf;

fn main() {
    let dist = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../web/dist");
    println!("cargo:rerun-if-changed={}", dist.join("index.html").display());
    let folder = if dist.join("index.html").exists() {
        dist
    } else {
        let stub = PathBuf::from(std::env::var("OUT_DIR").expect("cargo sets OUT_DIR")).join("stub");
        std::fs::create_dir_all(&stub).expect("the build folder can be written");
        let page = "<!doctype html><title>Tandem</title><p>The page is not built yet: run <code>make demo</code>.</p>";
        std::fs::write(stub.join("index.html"), page).expect("the build folder can be written");
        stub
    };
    println!("cargo:rustc-env=TANDEM_WEB_DIST={}", folder.display());
}
