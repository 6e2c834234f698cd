package netarium.engine.lua.compile;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import netarium.engine.syntax.Block;
import netarium.engine.syntax.Expression;
import netarium.engine.syntax.FunctionBody;
import netarium.engine.syntax.Statement;
import netarium.engine.syntax.Suffix;
import netarium.engine.syntax.TableField;

/// Rewrites `for … in` with more than three expressions, which LuaC cannot compile: the surplus is
/// evaluated by a function that gets them all as arguments. Only for chunks it has failed on.
final class LongForLists {
  private static final int USED = 3;
  private static final String BEFORE = " (function(...) return ... end)(";

  private final List<Statement.GenericFor> found = new ArrayList<>();

  private LongForLists() {}

  /// The source without such lists; the same array if there are none.
  static byte[] respelled(byte[] source, Block chunk) {
    LongForLists lists = new LongForLists();
    lists.visit(chunk);
    if (lists.found.isEmpty()) {
      return source;
    }
    record Piece(int at, String text) {}
    List<Piece> pieces = new ArrayList<>();
    for (Statement.GenericFor loop : lists.found) {
      pieces.add(new Piece(loop.values().getFirst().start(), BEFORE));
      pieces.add(new Piece(loop.values().getLast().end(), ") "));
    }
    pieces.sort(Comparator.comparingInt(Piece::at));
    ByteArrayOutputStream out = new ByteArrayOutputStream(source.length + 64);
    int copied = 0;
    for (Piece piece : pieces) {
      out.write(source, copied, piece.at() - copied);
      out.writeBytes(piece.text().getBytes(StandardCharsets.US_ASCII));
      copied = piece.at();
    }
    out.write(source, copied, source.length - copied);
    return out.toByteArray();
  }

  private void visit(Block block) {
    block.statements().forEach(this::visit);
  }

  private void visit(Statement statement) {
    switch (statement) {
      case Statement.GenericFor it -> {
        if (it.values().size() > USED) {
          found.add(it);
        }
        it.values().forEach(this::visit);
        visit(it.block());
      }
      case Statement.NumericFor it -> {
        visit(it.first());
        visit(it.last());
        if (it.step() != null) {
          visit(it.step());
        }
        visit(it.block());
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
      case Statement.While it -> {
        visit(it.condition());
        visit(it.block());
      }
      case Statement.Repeat it -> {
        visit(it.block());
        visit(it.condition());
      }
      case Statement.Assignment it -> {
        it.targets().forEach(this::visit);
        it.values().forEach(this::visit);
      }
      case Statement.Do it -> visit(it.block());
      case Statement.Local it -> it.values().forEach(this::visit);
      case Statement.Return it -> it.values().forEach(this::visit);
      case Statement.CallStatement it -> visit(it.call());
      case Statement.FunctionDefinition it -> visit(it.body());
      case Statement.LocalFunction it -> visit(it.body());
      case Statement.Incomplete it -> visit(it.expression());
      case Statement.Empty _, Statement.Break _, Statement.Goto _, Statement.Label _ -> {}
    }
  }

  private void visit(FunctionBody body) {
    visit(body.block());
  }

  private void visit(Expression expression) {
    switch (expression) {
      case Expression.Parenthesized it -> visit(it.inner());
      case Expression.FunctionLiteral it -> visit(it.body());
      case Expression.Unary it -> visit(it.operand());
      case Expression.TableConstructor it -> it.fields().forEach(this::visit);
      case Expression.Operation it -> {
        visit(it.first());
        it.rest().forEach(operand -> visit(operand.right()));
      }
      case Expression.Suffixed it -> {
        visit(it.head());
        it.suffixes().forEach(this::visit);
      }
      default -> {}
    }
  }

  private void visit(TableField field) {
    switch (field) {
      case TableField.Positional it -> visit(it.value());
      case TableField.Named it -> visit(it.value());
      case TableField.Keyed it -> {
        visit(it.key());
        visit(it.value());
      }
    }
  }

  private void visit(Suffix suffix) {
    switch (suffix) {
      case Suffix.Index it -> visit(it.key());
      case Suffix.Call it -> it.arguments().forEach(this::visit);
      case Suffix.MethodCall it -> it.arguments().forEach(this::visit);
      case Suffix.Field _ -> {}
    }
  }
}
