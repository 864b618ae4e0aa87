//! Locks: what is locked stays where it is.

/// Whether the lock, if there is one, allows this seller.
pub fn may(locked: bool, now: Option<u32>, seller: usize) -> bool {
    !locked || kept(locked, now, seller)
}

/// Whether the lock keeps it with this seller, which then overrides the rule of the channel.
pub fn kept(locked: bool, now: Option<u32>, seller: usize) -> bool {
    locked && now.is_some_and(|now| now as usize == seller)
}
