/// The Lua 5.2 language as text: lexer, parser, tree. Octets in, a tree or one error out.
///
/// It accepts exactly what the reference implementation of Lua 5.2 accepts and otherwise says what
/// that implementation says, to the letter, so that a script fails in the same words everywhere. It
/// is also the guard in front of the compiler: nesting, sizes and work are limited here, and no
/// input makes it recurse or loop without bound.
///
/// Source text is octets, not characters. Strings that come from the source (names, literals,
/// messages) are *octet strings*: each `char` is one octet, 0–255, as in ISO 8859-1.
///
/// Read in this order: [Syntax], [Lexer], [Parser], [Expression], [Statement]; scopes and `goto`
/// are in [FunctionScope] and [Jumps]. May use: nothing of ours.
@NullMarked
package netarium.engine.syntax;

import org.jspecify.annotations.NullMarked;
