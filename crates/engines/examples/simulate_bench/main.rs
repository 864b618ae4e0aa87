//! scratch
use tandem_engines::simulate::*;
fn main() {
    let mut s = Scenario::default();
    for (n, team, pol) in [
        ("one", [12, 0, 0, 0], Policy::Months),
        ("6420", [0, 6, 4, 2], Policy::Months),
        ("6600", [0, 6, 6, 0], Policy::Penetration),
    ] {
        s.team = team;
        s.policy = pol;
        let t = std::time::Instant::now();
        let r = simulate(&s, 1);
        let el = t.elapsed();
        let a: Vec<f64> = [0, 51, 103, 155].iter().map(|w| r.rows[*w].end).collect();
        println!(
            "{n} {a:?} {} {} {} {} {} {} {} {:?}",
            r.count(|r| r.logos),
            r.count(|r| r.lost),
            r.count(|r| r.opportunities),
            r.count(|r| r.handoffs),
            r.count(|r| r.leavers),
            r.npv_operating,
            r.npv,
            r.years
        );
        let t = std::time::Instant::now();
        for seed in 0..200 {
            std::hint::black_box(simulate(&s, seed));
        }
        println!("first {:?} avg {:?}", el, t.elapsed() / 200);
    }
}
