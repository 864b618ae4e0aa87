//! Tokens -> syntax tree, by precedence climbing. Bounded in depth; what CEL has and conditions have not is refused by name.
use super::lex::{Placed, Token, tokens};
use super::{DEPTH_MAX, Fault, PARTS_MAX};

/// A part of a condition and the bytes of the source that it covers.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Node {
    pub syntax: Syntax,
    pub start: usize,
    pub end: usize,
}

/// What was written, before it means anything.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Syntax {
    Truth(bool),
    Whole(i64),
    Number(f64),
    Text(String),
    Name(String),
    List(Vec<Node>),
    Not(Box<Node>),
    Negative(Box<Node>),
    Binary(&'static str, Box<Node>, Box<Node>),
    Choice(Box<[Node; 3]>),
    /// Name, what it is called on and with.
    Call(String, Option<Box<Node>>, Vec<Node>),
}

/// Reads a condition.
pub(super) fn parse(source: &str) -> Result<Node, Fault> {
    let tokens = tokens(source)?;
    if let Some(beyond) = tokens.get(PARTS_MAX) {
        return Err(Fault::new(
            beyond.start,
            format!("the condition has more than {PARTS_MAX} parts: cut it into several rules"),
        ));
    }
    let mut parser = Parser { tokens, next: 0, depth: 0 };
    let node = parser.choice()?;
    match parser.peek() {
        Token::End => Ok(node),
        Token::Name(name) if ["and", "or", "not", "AND", "OR", "NOT"].contains(&name.as_str()) => {
            Err(parser.fault("write `&&` for and, `||` for or, `!` for not".to_owned()))
        }
        _ => Err(parser.fault("the condition should end here, or go on with `&&` or `||`".to_owned())),
    }
}

struct Parser {
    tokens: Vec<Placed>,
    next: usize,
    depth: usize,
}

/// How tightly an operator binds; more binds tighter.
fn binding(token: &Token) -> Option<(&'static str, u8)> {
    let (sign, binding) = match token {
        Token::Name(name) if name == "in" => ("in", 3),
        Token::Sign(sign) => match *sign {
            "||" => ("||", 1),
            "&&" => ("&&", 2),
            "==" | "!=" | "<" | "<=" | ">" | ">=" => (*sign, 3),
            "+" | "-" => (*sign, 4),
            "*" | "/" | "%" => (*sign, 5),
            _ => return None,
        },
        _ => return None,
    };
    Some((sign, binding))
}

impl Parser {
    fn peek(&self) -> &Token {
        &self.tokens[self.next].token
    }

    fn start(&self) -> usize {
        self.tokens[self.next].start
    }

    fn take(&mut self) -> Placed {
        let token = self.tokens[self.next].clone();
        self.next = (self.next + 1).min(self.tokens.len() - 1);
        token
    }

    fn took(&mut self, sign: &str) -> bool {
        let found = matches!(self.peek(), Token::Sign(there) if *there == sign);
        if found {
            self.take();
        }
        found
    }

    fn expect(&mut self, sign: &str) -> Result<usize, Fault> {
        let end = self.tokens[self.next].end;
        if self.took(sign) { Ok(end) } else { Err(self.fault(format!("a `{sign}` is missing here"))) }
    }

    fn fault(&self, reason: String) -> Fault {
        Fault::new(self.start(), reason)
    }

    /// Goes one level down.
    fn deeper<T>(&mut self, inner: impl FnOnce(&mut Self) -> Result<T, Fault>) -> Result<T, Fault> {
        if self.depth == DEPTH_MAX {
            return Err(
                self.fault(format!("this is nested more than {DEPTH_MAX} deep: cut it into several rules"))
            );
        }
        self.depth += 1;
        let result = inner(self);
        self.depth -= 1;
        result
    }

    fn choice(&mut self) -> Result<Node, Fault> {
        self.deeper(|parser| {
            let test = parser.binary(1)?;
            if !parser.took("?") {
                return Ok(test);
            }
            let yes = parser.binary(1)?;
            parser.expect(":")?;
            let no = parser.choice()?;
            let (start, end) = (test.start, no.end);
            Ok(Node { syntax: Syntax::Choice(Box::new([test, yes, no])), start, end })
        })
    }

    fn binary(&mut self, least: u8) -> Result<Node, Fault> {
        let mut left = self.unary()?;
        while let Some((sign, binds)) = binding(self.peek()).filter(|(_, binds)| *binds >= least) {
            self.take();
            let right = self.binary(binds + 1)?;
            let (start, end) = (left.start, right.end);
            left = Node { syntax: Syntax::Binary(sign, Box::new(left), Box::new(right)), start, end };
        }
        Ok(left)
    }

    fn unary(&mut self) -> Result<Node, Fault> {
        let start = self.start();
        if self.took("!") {
            let inner = self.deeper(Self::unary)?;
            let end = inner.end;
            return Ok(Node { syntax: Syntax::Not(Box::new(inner)), start, end });
        }
        if self.took("-") {
            // The least whole number has no positive twin.
            if let Token::Whole(9_223_372_036_854_775_808) = self.peek() {
                let end = self.take().end;
                return Ok(Node { syntax: Syntax::Whole(i64::MIN), start, end });
            }
            let inner = self.deeper(Self::unary)?;
            let end = inner.end;
            return Ok(Node { syntax: Syntax::Negative(Box::new(inner)), start, end });
        }
        self.member()
    }

    fn member(&mut self) -> Result<Node, Fault> {
        let mut node = self.primary()?;
        loop {
            if self.took(".") {
                let name = self.name_after_point()?;
                let end = self.tokens[self.next.saturating_sub(1)].end;
                if !self.took("(") {
                    return Err(Fault::new(node.start, format!("facts have no parts: take `.{name}` away")));
                }
                let (arguments, end) = self.list(")").map(|(list, close)| (list, close.max(end)))?;
                let start = node.start;
                node = Node { syntax: Syntax::Call(name, Some(Box::new(node)), arguments), start, end };
            } else if matches!(self.peek(), Token::Sign("[" | "{")) {
                return Err(self.fault(
                    "parts of a list or a record cannot be taken out: use `\"champion\" in contact_roles`"
                        .to_owned(),
                ));
            } else {
                return Ok(node);
            }
        }
    }

    fn name_after_point(&mut self) -> Result<String, Fault> {
        match self.peek().clone() {
            Token::Name(name) => {
                self.take();
                Ok(name)
            }
            _ => Err(self.fault("a name is missing after the point".to_owned())),
        }
    }

    fn primary(&mut self) -> Result<Node, Fault> {
        let place = self.start();
        let token = self.take();
        let node = |syntax| Ok(Node { syntax, start: token.start, end: token.end });
        match token.token {
            Token::Whole(whole) => match i64::try_from(whole) {
                Ok(whole) => node(Syntax::Whole(whole)),
                Err(_) => Err(Fault::new(
                    place,
                    "this number is too large: at most 9223372036854775807 is possible".to_owned(),
                )),
            },
            Token::Number(number) => node(Syntax::Number(number)),
            Token::Text(text) => node(Syntax::Text(text)),
            Token::Name(name) => self.named(name, token.start, token.end),
            Token::Sign("(") => {
                let inner = self.choice()?;
                self.expect(")")?;
                Ok(inner)
            }
            Token::Sign("[") => {
                let (list, end) = self.list("]")?;
                Ok(Node { syntax: Syntax::List(list), start: token.start, end })
            }
            Token::Sign("{") => Err(Fault::new(place, "records are not used in conditions".to_owned())),
            Token::End if token.start == 0 || self.tokens.len() == 1 => Err(Fault::new(
                place,
                "the condition is empty: write for example `months_since_first_sale >= 6`".to_owned(),
            )),
            Token::End => Err(Fault::new(
                place,
                "the condition ends too early: a fact or a value is missing".to_owned(),
            )),
            Token::Sign(sign) => {
                Err(Fault::new(place, format!("a fact or a value is missing before `{sign}`")))
            }
        }
    }

    fn named(&mut self, name: String, start: usize, end: usize) -> Result<Node, Fault> {
        let plain = |syntax| Ok(Node { syntax, start, end });
        match name.as_str() {
            "true" => plain(Syntax::Truth(true)),
            "false" => plain(Syntax::Truth(false)),
            "null" => Err(Fault::new(
                start,
                "`null` is not used: where a fact is missing the condition is undecided by itself".to_owned(),
            )),
            "in" => Err(Fault::new(start, "a value is missing before `in`".to_owned())),
            _ if self.took("(") => {
                let (arguments, end) = self.list(")")?;
                Ok(Node { syntax: Syntax::Call(name, None, arguments), start, end })
            }
            _ => plain(Syntax::Name(name)),
        }
    }

    /// Nodes between commas up to a closing bracket, and where that ends.
    fn list(&mut self, close: &str) -> Result<(Vec<Node>, usize), Fault> {
        let mut nodes = Vec::new();
        loop {
            let end = self.tokens[self.next].end;
            if self.took(close) {
                return Ok((nodes, end));
            }
            nodes.push(self.choice()?);
            if !self.took(",") {
                let end = self.expect(close)?;
                return Ok((nodes, end));
            }
        }
    }
}
