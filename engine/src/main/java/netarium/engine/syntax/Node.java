package netarium.engine.syntax;

/// A piece of the tree: octets `start` to `end` (exclusive) of the source.
///
/// Chains that the grammar lets grow without nesting (suffixes, operators of one level, `elseif`)
/// are lists, so the depth of a tree is bounded by [Limits#LEVELS] and walkers may recurse.
public sealed interface Node permits Expression, Statement, Suffix, TableField, Block, Identifier {
  int start();

  int end();
}
