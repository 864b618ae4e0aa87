//! What a computation took: processor time, time by the clock, memory.
use rustix::time::{ClockId, clock_gettime};
use serde::Serialize;

/// What was taken.
#[derive(Serialize)]
pub struct Taken {
    /// Seconds of processor time of all threads, reading included.
    pub seconds_cpu: f64,
    /// Seconds by the clock.
    pub seconds: f64,
    /// Greatest memory, MB of a million bytes; none where the system does not say.
    pub peak_mb: Option<f64>,
}

/// Seconds of processor time of this process so far.
pub fn seconds_cpu() -> f64 {
    let spent = clock_gettime(ClockId::ProcessCPUTime);
    spent.tv_sec as f64 + spent.tv_nsec as f64 / 1e9
}

/// Greatest memory of this process so far.
pub fn peak_mb() -> Option<f64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    let kib: f64 = line.trim().strip_suffix("kB")?.trim().parse().ok()?;
    Some(kib * 1024.0 / 1e6)
}
