//! Licence expressions as packages write them: names joined by `OR`, `AND` and `WITH`, in brackets or
//! not, and the old `/` for `OR`.

/// Whether an expression can be met by these licences alone.
///
/// # Errors
/// It is no expression.
pub fn is_met(expression: &str, allowed: &[String]) -> Result<bool, String> {
    let spaced = expression.replace('(', " ( ").replace(')', " ) ").replace('/', " OR ");
    let words: Vec<&str> = spaced.split_whitespace().collect();
    let mut reader = Reader { words: &words, allowed };
    let met = reader.either()?;
    match reader.words {
        [] => Ok(met),
        [word, ..] => Err(format!("“{expression}” is no licence expression at “{word}”")),
    }
}

struct Reader<'a> {
    words: &'a [&'a str],
    allowed: &'a [String],
}

impl Reader<'_> {
    fn either(&mut self) -> Result<bool, String> {
        let mut met = self.both()?;
        while self.take("OR") {
            met |= self.both()?;
        }
        Ok(met)
    }

    fn both(&mut self) -> Result<bool, String> {
        let mut met = self.one()?;
        while self.take("AND") {
            met &= self.one()?;
        }
        Ok(met)
    }

    fn one(&mut self) -> Result<bool, String> {
        if self.take("(") {
            let met = self.either()?;
            return if self.take(")") { Ok(met) } else { Err("a bracket is open".to_owned()) };
        }
        let [word, rest @ ..] = self.words else { return Err("a licence is missing".to_owned()) };
        self.words = rest;
        // An exception only allows more than the licence does.
        if self.take("WITH") {
            self.words = self.words.get(1..).unwrap_or_default();
        }
        Ok(self.allowed.iter().any(|it| it == word))
    }

    fn take(&mut self, wanted: &str) -> bool {
        match self.words {
            [word, rest @ ..] if *word == wanted => {
                self.words = rest;
                true
            }
            _ => false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::is_met;

    #[test]
    fn expressions_are_met_or_not() {
        let allowed = ["MIT", "Apache-2.0", "Unicode-3.0"].map(str::to_owned);
        let rows = [
            ("MIT", Ok(true)),
            ("GPL-3.0-only", Ok(false)),
            ("GPL-3.0-only OR MIT", Ok(true)),
            ("GPL-3.0-only AND MIT", Ok(false)),
            ("(MIT OR Apache-2.0) AND Unicode-3.0", Ok(true)),
            ("(MIT OR Apache-2.0) AND GPL-3.0-only", Ok(false)),
            ("MIT OR GPL-3.0-only AND GPL-2.0-only", Ok(true)),
            ("Unlicense/MIT", Ok(true)),
            ("Apache-2.0 WITH LLVM-exception", Ok(true)),
        ];
        for (expression, met) in rows {
            assert_eq!(is_met(expression, &allowed), met, "{expression}");
        }
        for nonsense in ["", "MIT MIT", "(MIT", "MIT OR"] {
            assert!(is_met(nonsense, &allowed).is_err(), "{nonsense}");
        }
    }
}
