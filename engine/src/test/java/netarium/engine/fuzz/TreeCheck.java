package netarium.engine.fuzz;

import java.util.List;
import netarium.engine.syntax.Block;
import netarium.engine.syntax.Expression;
import netarium.engine.syntax.FunctionBody;
import netarium.engine.syntax.Node;
import netarium.engine.syntax.Statement;
import netarium.engine.syntax.Suffix;
import netarium.engine.syntax.TableField;

/// Walks a whole tree: every node lies in the text and within the node around it, and nodes of one
/// list follow each other.
public final class TreeCheck {
  private int from;
  private int to;
  private String fault = "";
  private int nodes;
  private int holes;

  private TreeCheck(int length) {
    to = length;
  }

  /// What is wrong with the places in a tree over a text of `length` octets; empty if nothing is.
  public static String fault(Block chunk, int length) {
    TreeCheck check = new TreeCheck(length);
    check.visit(chunk);
    return check.fault;
  }

  /// How many nodes the tree has that stand for nothing in the text.
  public static int holes(Block chunk, int length) {
    TreeCheck check = new TreeCheck(length);
    check.visit(chunk);
    return check.holes;
  }

  /// How many nodes the tree has.
  public static int nodes(Block chunk, int length) {
    TreeCheck check = new TreeCheck(length);
    check.visit(chunk);
    return check.nodes;
  }

  private void visit(List<? extends Node> list) {
    int end = from;
    for (Node node : list) {
      if (node.start() < end && fault.isEmpty()) {
        fault = "begins before " + end + ": " + node;
      }
      visit(node);
      end = node.end();
    }
  }

  private void visit(Node node) {
    nodes++;
    boolean isInside = node.start() >= from && node.start() <= node.end() && node.end() <= to;
    if (!isInside && fault.isEmpty()) {
      fault = "outside of " + from + ".." + to + ": " + node;
    }
    int outerFrom = from;
    int outerTo = to;
    from = node.start();
    to = node.end();
    switch (node) {
      case Block block -> visit(block.statements());
      case Statement statement -> statement(statement);
      case Expression expression -> expression(expression);
      case Suffix.Index index -> visit(index.key());
      case Suffix.Call call -> visit(call.arguments());
      case Suffix.MethodCall call -> visit(call.arguments());
      case Suffix.Field field -> visit(field.name());
      case TableField.Keyed keyed -> {
        visit(keyed.key());
        visit(keyed.value());
      }
      case TableField.Named named -> visit(named.value());
      case TableField.Positional positional -> visit(positional.value());
      default -> {}
    }
    from = outerFrom;
    to = outerTo;
  }

  private void statement(Statement statement) {
    switch (statement) {
      case Statement.Assignment it -> {
        visit(it.targets());
        visit(it.values());
      }
      case Statement.Local it -> {
        visit(it.names());
        visit(it.values());
      }
      case Statement.CallStatement it -> visit(it.call());
      case Statement.Incomplete it -> {
        holes++;
        visit(it.expression());
      }
      case Statement.Do it -> visit(it.block());
      case Statement.While it -> {
        visit(it.condition());
        visit(it.block());
      }
      case Statement.Repeat it -> {
        visit(it.block());
        visit(it.condition());
      }
      case Statement.If it -> {
        for (Statement.Clause clause : it.clauses()) {
          visit(clause.condition());
          visit(clause.block());
        }
        if (it.otherwise() != null) {
          visit(it.otherwise());
        }
      }
      case Statement.NumericFor it -> {
        visit(it.first());
        visit(it.block());
      }
      case Statement.GenericFor it -> {
        visit(it.variables());
        visit(it.values());
        visit(it.block());
      }
      case Statement.FunctionDefinition it -> body(it.body());
      case Statement.LocalFunction it -> body(it.body());
      case Statement.Return it -> visit(it.values());
      default -> {}
    }
  }

  private void body(FunctionBody body) {
    visit(body.parameters());
    visit(body.block());
  }

  private void expression(Expression expression) {
    switch (expression) {
      case Expression.Missing _ -> holes++;
      case Expression.Parenthesized it -> visit(it.inner());
      case Expression.FunctionLiteral it -> body(it.body());
      case Expression.TableConstructor it -> visit(it.fields());
      case Expression.Suffixed it -> {
        visit(it.head());
        visit(it.suffixes());
      }
      case Expression.Unary it -> visit(it.operand());
      case Expression.Operation it -> {
        visit(it.first());
        it.rest().forEach(operand -> visit(operand.right()));
      }
      default -> {}
    }
  }
}
