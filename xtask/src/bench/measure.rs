//! One run of a program: how long it took and how much memory it held at most.
use anyhow::{Context, Result, bail};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

/// What a run cost.
#[derive(Clone, Copy, Debug)]
pub struct Cost {
    /// Wall-clock seconds.
    pub seconds: f64,
    /// The most memory it held, MiB; looked at every 20 ms.
    pub peak_mib: f64,
}

/// Runs a program to its end and fails where it does.
pub fn cost(command: &mut Command) -> Result<Cost> {
    let started = Instant::now();
    let mut child = command.stdout(Stdio::null()).spawn().with_context(|| format!("{command:?}"))?;
    let mut peak_mib: f64 = 0.0;
    let status = loop {
        peak_mib = peak_mib.max(held_mib(&child));
        match child.try_wait()? {
            Some(status) => break status,
            None => std::thread::sleep(Duration::from_millis(20)),
        }
    };
    if !status.success() {
        bail!("{command:?} failed ({status})");
    }
    Ok(Cost { seconds: started.elapsed().as_secs_f64(), peak_mib })
}

/// The high-water mark that the kernel keeps of a process.
pub fn held_mib(child: &Child) -> f64 {
    let status = std::fs::read_to_string(format!("/proc/{}/status", child.id())).unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    let kib = line.and_then(|line| line.trim().trim_end_matches(" kB").parse::<f64>().ok());
    kib.unwrap_or(0.0) / 1024.0
}
