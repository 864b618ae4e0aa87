//! An independent checker: reads the files again, keeps every rule in mind by itself and prices all pairs of a certificate. Shares
//! no code with the solver, so that a mistake there is seen here.
mod files;
mod price;
mod score;

pub use files::Unreadable;
pub use score::Verdict;

/// The texts of the four files of a problem.
#[derive(Clone, Copy, Debug)]
pub struct Texts<'a> {
    /// accounts.csv
    pub accounts: &'a str,
    /// reps.csv
    pub reps: &'a str,
    /// hunters.csv
    pub hunters: &'a str,
    /// params.json
    pub parameters: &'a str,
}

/// Checks a solution, and the lower bound of a certificate where there is one.
///
/// # Errors
/// Where a file cannot be read; a solution that breaks a rule is no error but a verdict.
pub fn check(texts: &Texts, solution: &str, certificate: Option<&str>) -> Result<Verdict, Unreadable> {
    let instance = files::Instance::read(texts)?;
    let answer = files::Answer::read(solution, instance.units.len(), instance.hunters.len())?;
    let mut verdict = score::verdict(&instance, &answer);
    if let Some(certificate) = certificate {
        verdict.certify(price::bound(&instance, &files::prices(certificate, instance.sellers.len())?));
    }
    Ok(verdict)
}
