//! How values stand in their columns: enumerations as the words of the JSON contract, numbers finite.

use rusqlite::types::{FromSql, FromSqlError, FromSqlResult, ToSqlOutput, ValueRef};
use rusqlite::{Error, ToSql};
use serde::Serialize;
use serde::de::{DeserializeOwned, IntoDeserializer, value};

/// A field-less enumeration as its `snake_case` word.
///
/// Going through serde keeps one spelling for the file, the JSON and the exports.
pub(super) struct Word<T>(pub T);

impl<T: Serialize> ToSql for Word<T> {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        let word = word_of(&self.0).map_err(|e| Error::ToSqlConversionFailure(e.into()))?;
        Ok(word.into())
    }
}

impl<T: DeserializeOwned> FromSql for Word<T> {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        T::deserialize(value.as_str()?.into_deserializer())
            .map(Word)
            .map_err(|e: value::Error| FromSqlError::Other(e.into()))
    }
}

/// The word serde writes for `value`, which must be a field-less enumeration.
pub(super) fn word_of(value: &impl Serialize) -> Result<String, serde_json::Error> {
    serde_json::from_value(serde_json::to_value(value)?)
}

/// Several of them, or a map of them, as JSON.
pub(super) struct Json<T>(pub T);

impl<T: Serialize> ToSql for Json<T> {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        let text = serde_json::to_string(&self.0);
        Ok(text
            .map_err(|e| Error::ToSqlConversionFailure(e.into()))?
            .into())
    }
}

impl<T: DeserializeOwned> FromSql for Json<T> {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        serde_json::from_str(value.as_str()?)
            .map(Json)
            .map_err(|e| FromSqlError::Other(e.into()))
    }
}

/// A finite number. SQLite would turn a NaN into NULL and JSON has no infinity, so neither gets in.
pub(super) struct Finite(pub f64);

impl ToSql for Finite {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        if self.0.is_finite() {
            Ok(self.0.into())
        } else {
            let why = format!("a measured number is {}", self.0);
            Err(Error::ToSqlConversionFailure(why.into()))
        }
    }
}
