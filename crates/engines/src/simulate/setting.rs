//! What a parameter can be in a document: a number, a whole number, yes or no, a list, or a policy of handoffs.
use serde_json::{Value, json};

/// When units are handed off.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Policy {
    /// Never: hunters keep what they win.
    Never,
    /// As soon as the customer has signed.
    First,
    /// So many weeks after signing, by segment.
    Months,
    /// Once the account's penetration is high enough, or time is up.
    Penetration,
    /// Once the unit's penetration is high enough, or time is up.
    UnitPenetration,
}

const POLICIES: [(&str, Policy); 5] = [
    ("never", Policy::Never),
    ("first", Policy::First),
    ("months", Policy::Months),
    ("pen", Policy::Penetration),
    ("bu_pen", Policy::UnitPenetration),
];

impl Policy {
    /// Its code name.
    pub fn name(self) -> &'static str {
        POLICIES.iter().find(|(_, policy)| *policy == self).map_or("", |(name, _)| name)
    }
}

/// A value of the table of parameters.
pub(super) trait Setting: Sized {
    /// From a document; the error says what is wanted.
    fn read(value: &Value) -> Result<Self, String>;
    /// As a document gives it.
    fn to_value(&self) -> Value;
    /// The numbers in it, for the limits.
    fn numbers(&self) -> Vec<f64>;
}

impl Setting for f64 {
    fn read(value: &Value) -> Result<Self, String> {
        value.as_f64().filter(|number| number.is_finite()).ok_or_else(|| "give a number".to_owned())
    }
    fn to_value(&self) -> Value {
        json!(self)
    }
    fn numbers(&self) -> Vec<f64> {
        vec![*self]
    }
}

/// Whole numbers may be written with a fraction of zero.
fn whole(value: &Value) -> Result<i64, String> {
    let number = value.as_i64().or_else(|| {
        let float = value.as_f64()?;
        (float.fract() == 0.0 && float.abs() < 1e15).then_some(float as i64)
    });
    number.ok_or_else(|| "give a whole number".to_owned())
}

macro_rules! whole_settings {
    ($($type:ty),*) => {$(
        impl Setting for $type {
            fn read(value: &Value) -> Result<Self, String> {
                Self::try_from(whole(value)?).map_err(|_| "give a whole number that is not negative and not huge".to_owned())
            }
            fn to_value(&self) -> Value {
                json!(self)
            }
            fn numbers(&self) -> Vec<f64> {
                vec![*self as f64]
            }
        }
    )*};
}
whole_settings!(i32, u64, usize);

impl Setting for bool {
    fn read(value: &Value) -> Result<Self, String> {
        match (value.as_bool(), value.as_i64()) {
            (Some(given), _) => Ok(given),
            (None, Some(0)) => Ok(false),
            (None, Some(1)) => Ok(true),
            _ => Err("give 1 or 0".to_owned()),
        }
    }
    fn to_value(&self) -> Value {
        json!(u8::from(*self))
    }
    fn numbers(&self) -> Vec<f64> {
        Vec::new()
    }
}

impl Setting for Policy {
    fn read(value: &Value) -> Result<Self, String> {
        let known = POLICIES.iter().find(|(name, _)| value.as_str() == Some(name));
        let names = POLICIES.map(|(name, _)| name).join(", ");
        known.map(|(_, policy)| *policy).ok_or_else(|| format!("give one of {names}"))
    }
    fn to_value(&self) -> Value {
        json!(self.name())
    }
    fn numbers(&self) -> Vec<f64> {
        Vec::new()
    }
}

impl<T: Setting> Setting for Option<T> {
    fn read(value: &Value) -> Result<Self, String> {
        if value.is_null() { Ok(None) } else { T::read(value).map(Some) }
    }
    fn to_value(&self) -> Value {
        self.as_ref().map_or(Value::Null, T::to_value)
    }
    fn numbers(&self) -> Vec<f64> {
        self.as_ref().map_or_else(Vec::new, T::numbers)
    }
}

impl Setting for Vec<usize> {
    fn read(value: &Value) -> Result<Self, String> {
        let list = value.as_array().ok_or("give a list of whole numbers, as in [0, 1]")?;
        list.iter().map(usize::read).collect()
    }
    fn to_value(&self) -> Value {
        json!(self)
    }
    fn numbers(&self) -> Vec<f64> {
        self.iter().map(|number| *number as f64).collect()
    }
}

impl<T: Setting, const N: usize> Setting for [T; N] {
    fn read(value: &Value) -> Result<Self, String> {
        let wanted = || format!("give a list of {N} numbers, as in [{}]", vec!["1"; N].join(", "));
        let list = value.as_array().filter(|list| list.len() == N).ok_or_else(wanted)?;
        let read = list.iter().map(T::read).collect::<Result<Vec<T>, String>>()?;
        Self::try_from(read).map_err(|_| wanted())
    }
    fn to_value(&self) -> Value {
        self.iter().map(T::to_value).collect()
    }
    fn numbers(&self) -> Vec<f64> {
        self.iter().flat_map(T::numbers).collect()
    }
}
