//! One function per thing a user can do: authorise, load, decide, save.
