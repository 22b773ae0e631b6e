//! A rep's fault facts, kept small: plain ones are shared within a session, the others have a row each.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use rusqlite::{Connection, Error, OptionalExtension, Transaction, params};
use serde::{Deserialize, Serialize};

use super::SessionId;
use super::read::{optional_word, word};
use super::words::{Finite, Json, Word};
use crate::analysis::{CantTellReason, FaultFact, FaultId, Verdict};

/// A fact with nothing more to say than its one word in the file.
#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
#[serde(untagged)]
enum Plain {
    Ok(OkWord),
    CantTell(CantTellReason),
}

#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum OkWord {
    Ok,
}

impl Plain {
    /// None when the fact says more.
    fn of(fact: &FaultFact) -> Option<Self> {
        if fact.severity != 0.0 || fact.onset_s.is_some() || fact.phase.is_some() {
            return None;
        }
        match (fact.verdict, fact.reason) {
            (Verdict::Ok, None) => Some(Plain::Ok(OkWord::Ok)),
            (Verdict::CantTell, Some(reason)) => Some(Plain::CantTell(reason)),
            _ => None,
        }
    }

    fn fact(self, id: FaultId) -> FaultFact {
        let (verdict, reason) = match self {
            Plain::Ok(_) => (Verdict::Ok, None),
            Plain::CantTell(reason) => (Verdict::CantTell, Some(reason)),
        };
        FaultFact::without_fault(id, verdict, reason)
    }
}

/// Stores the plain ones of `facts` with the session and gives the number by which a rep refers to them.
pub(super) fn share_plain(
    tx: &Transaction<'_>,
    id: SessionId,
    facts: &[FaultFact],
) -> rusqlite::Result<Option<i64>> {
    let ids: BTreeSet<_> = facts.iter().map(|fact| fact.id).collect();
    if ids.len() < facts.len() {
        return Err(Error::ToSqlConversionFailure(
            "a fault is named twice in a rep".into(),
        ));
    }
    let plain: BTreeMap<_, _> = facts
        .iter()
        .filter_map(|fact| Some((fact.id, Plain::of(fact)?)))
        .collect();
    if plain.is_empty() {
        return Ok(None);
    }
    let plain = Json(plain);
    let known = tx
        .prepare_cached("SELECT plain_id FROM plain_facts WHERE session_id = ?1 AND facts = ?2")?
        .query_row(params![id.0, plain], |row| row.get(0))
        .optional()?;
    if known.is_some() {
        return Ok(known);
    }
    tx.prepare_cached(
        "INSERT INTO plain_facts (session_id, plain_id, facts)
         SELECT ?1, coalesce(max(plain_id) + 1, 0), ?2 FROM plain_facts WHERE session_id = ?1
         RETURNING plain_id",
    )?
    .query_row(params![id.0, plain], |row| row.get(0))
}

/// Stores those of `facts` that are not plain.
pub(super) fn insert_others(
    tx: &Transaction<'_>,
    id: SessionId,
    rep_index: u32,
    facts: &[FaultFact],
) -> rusqlite::Result<()> {
    let mut insert = tx.prepare_cached(
        "INSERT INTO faults (session_id, rep_index, fault_id, verdict, severity, onset_s, phase, reason)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
    )?;
    for fact in facts.iter().filter(|fact| Plain::of(fact).is_none()) {
        insert.execute(params![
            id.0,
            rep_index,
            Word(fact.id),
            Word(fact.verdict),
            Finite(fact.severity),
            fact.onset_s.map(Finite),
            fact.phase.map(Word),
            fact.reason.map(Word),
        ])?;
    }
    Ok(())
}

/// The facts of a session, put together again rep by rep.
pub(super) struct SessionFacts {
    plain: HashMap<i64, Vec<FaultFact>>,
    others: HashMap<u32, Vec<FaultFact>>,
}

impl SessionFacts {
    pub fn read(conn: &Connection, id: SessionId) -> rusqlite::Result<Self> {
        Ok(SessionFacts {
            plain: read_plain(conn, id)?,
            others: read_others(conn, id)?,
        })
    }

    /// In the catalogue's order, which is how a rep holds them.
    pub fn of_rep(&mut self, rep_index: u32, plain_id: Option<i64>) -> Vec<FaultFact> {
        let plain = plain_id.and_then(|id| self.plain.get(&id));
        let mut facts = plain.cloned().unwrap_or_default();
        facts.extend(self.others.remove(&rep_index).unwrap_or_default());
        facts.sort_by_key(|fact| fact.id);
        facts
    }
}

fn read_plain(conn: &Connection, id: SessionId) -> rusqlite::Result<HashMap<i64, Vec<FaultFact>>> {
    conn.prepare_cached("SELECT plain_id, facts FROM plain_facts WHERE session_id = ?1")?
        .query_map([id.0], |row| {
            let Json(facts): Json<BTreeMap<FaultId, Plain>> = row.get(1)?;
            let facts = facts.into_iter().map(|(id, plain)| plain.fact(id));
            Ok((row.get(0)?, facts.collect()))
        })?
        .collect()
}

fn read_others(conn: &Connection, id: SessionId) -> rusqlite::Result<HashMap<u32, Vec<FaultFact>>> {
    let mut statement = conn.prepare_cached("SELECT * FROM faults WHERE session_id = ?1")?;
    let mut rows = statement.query([id.0])?;
    let mut others: HashMap<u32, Vec<FaultFact>> = HashMap::new();
    while let Some(row) = rows.next()? {
        let fact = FaultFact {
            id: word(row, "fault_id")?,
            verdict: word(row, "verdict")?,
            severity: row.get("severity")?,
            onset_s: row.get("onset_s")?,
            phase: optional_word(row, "phase")?,
            reason: optional_word(row, "reason")?,
        };
        others.entry(row.get("rep_index")?).or_default().push(fact);
    }
    Ok(others)
}
