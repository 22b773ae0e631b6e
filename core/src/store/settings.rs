//! What the person chose in the app: words under a name. What they mean is the app's own affair.

use rusqlite::OptionalExtension;

use super::{Store, StoreError};

impl Store {
    /// The value last set under `key`.
    ///
    /// # Errors
    /// As [`Store::sessions`].
    pub fn setting(&self, key: &str) -> Result<Option<String>, StoreError> {
        let value = self
            .conn
            .prepare_cached("SELECT value FROM settings WHERE key = ?1")?
            .query_row([key], |row| row.get(0))
            .optional()?;
        Ok(value)
    }

    /// Keeps `value` under `key`; None forgets it.
    ///
    /// # Errors
    /// As [`Store::add_rep`].
    pub fn set_setting(&mut self, key: &str, value: Option<&str>) -> Result<(), StoreError> {
        match value {
            Some(value) => self.conn.execute(
                "INSERT INTO settings (key, value) VALUES (?1, ?2)
                 ON CONFLICT DO UPDATE SET value = ?2",
                [key, value],
            )?,
            None => self
                .conn
                .execute("DELETE FROM settings WHERE key = ?1", [key])?,
        };
        Ok(())
    }
}
