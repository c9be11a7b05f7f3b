//! The view's types are made from the kernel's. `BATON_WRITE=1` writes them anew.

use std::path::PathBuf;
use ts_rs::{Config, TS};

fn made() -> String {
    let folder = tempfile::tempdir().unwrap();
    let config = Config::new().with_out_dir(folder.path()).with_large_int("number");
    session::api::Request::export_all(&config).unwrap();
    session::api::Reply::export_all(&config).unwrap();
    session::api::Patch::export_all(&config).unwrap();
    session::api::Failure::export_all(&config).unwrap();
    std::fs::read_to_string(folder.path().join("contract.ts")).unwrap()
}

#[test]
fn contract_is_in_step() {
    let file = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../ui/src/contract.ts");
    let made = made();
    if std::env::var_os("BATON_WRITE").is_some() {
        std::fs::write(&file, &made).unwrap();
    }
    let committed = std::fs::read_to_string(&file).unwrap_or_default();
    assert!(committed == made, "ui/src/contract.ts is out of step; run with BATON_WRITE=1");
}
