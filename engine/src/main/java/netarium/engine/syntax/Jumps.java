package netarium.engine.syntax;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Labels, `goto` and `break`: which jump leads where, and whether it may.
///
/// A `goto` waits in a list until a label of an enclosing block fits; leaving a block hands the
/// waiting ones to the block around it. `break` is a jump to a label that every loop ends with.
final class Jumps {
  private static final String BREAK = "break";

  private final Scopes scopes;
  private final TokenStream in;
  private final List<Place> labels = new ArrayList<>();
  private final List<Place> gotos = new ArrayList<>();

  /// A label or a waiting jump; `active` is the number of locals it can see.
  private record Place(String name, int line, int offset, int end, int active) {
    Place seeing(int locals) {
      return new Place(name, line, offset, end, locals);
    }
  }

  Jumps(Scopes scopes, TokenStream in) {
    this.scopes = scopes;
    this.in = in;
  }

  BlockScope open(@Nullable BlockScope outer, boolean isLoop, int active) {
    return new BlockScope(outer, isLoop, active, labels.size(), gotos.size());
  }

  void jump(Identifier label, int line) {
    jump(label.text(), line, label.start(), label.end());
  }

  void breakLoop(int line, Token word) {
    jump(BREAK, line, word.start(), word.end());
  }

  private void jump(String label, int line, int offset, int end) {
    add(gotos, label, line, offset, end);
    findLabel(gotos.size() - 1);
  }

  void checkNotRepeated(Identifier label) {
    for (Place known : labels.subList(scopes.function().block().firstLabel(), labels.size())) {
      if (known.name().equals(label.text())) {
        in.failMeaning(
            "label '" + known.name() + "' already defined on line " + known.line(),
            label.start(),
            label.end());
        return;
      }
    }
  }

  /// Adds a label at this point; answers its index for [#place].
  int add(Identifier label, int line) {
    return add(labels, label.text(), line, label.start(), label.end());
  }

  /// Joins the jumps that waited for the label; `last` when only labels and `;` follow it in its
  /// block, so that the block's locals are out of scope already.
  void place(int index, boolean last) {
    if (last) {
      labels.set(index, labels.get(index).seeing(scopes.function().block().active()));
    }
    findGotos(labels.get(index));
  }

  void placeBreakLabel() {
    findGotos(labels.get(add(labels, BREAK, 0, 0, 0)));
  }

  /// After a block was left and the block around it is current again.
  void leave(BlockScope block) {
    labels.subList(block.firstLabel(), labels.size()).clear();
    if (block.outer() != null) {
      handOut(block);
    } else if (block.firstGoto() < gotos.size()) {
      undefined(gotos.subList(block.firstGoto(), gotos.size()));
    }
  }

  private int add(List<Place> list, String name, int line, int offset, int end) {
    if (list.size() >= Limits.DECLARATIONS) {
      in.giveUp(
          new SyntaxFailure(
              "too many labels/gotos (limit is " + Limits.DECLARATIONS + ")", 0, offset));
    }
    list.add(new Place(name, line, offset, end, scopes.function().active()));
    return list.size() - 1;
  }

  private void handOut(BlockScope block) {
    int i = block.firstGoto();
    while (i < gotos.size()) {
      Place jump = gotos.get(i);
      if (jump.active() > block.active()) {
        gotos.set(i, jump.seeing(block.active()));
      }
      if (!findLabel(i)) {
        i++;
      }
    }
  }

  private boolean findLabel(int index) {
    Place jump = gotos.get(index);
    int first = scopes.function().block().firstLabel();
    scopes.spend(labels.size() - first);
    for (int i = first; i < labels.size(); i++) {
      if (labels.get(i).name().equals(jump.name())) {
        close(index, labels.get(i));
        return true;
      }
    }
    return false;
  }

  private void findGotos(Place label) {
    int i = scopes.function().block().firstGoto();
    while (i < gotos.size()) {
      if (gotos.get(i).name().equals(label.name())) {
        close(i, label);
      } else {
        i++;
      }
    }
  }

  private void close(int index, Place label) {
    Place jump = gotos.get(index);
    if (jump.active() < label.active()) {
      String local = scopes.nameOf(scopes.function().local(jump.active()));
      in.failMeaning(
          "<goto "
              + jump.name()
              + "> at line "
              + jump.line()
              + " jumps into the scope of local '"
              + local
              + "'",
          jump.offset(),
          jump.end());
    }
    scopes.spend(gotos.size() - index);
    gotos.remove(index);
  }

  /// Reports jumps that lead nowhere, unless the function has other problems: where a label or a
  /// loop could not be read, they may be right.
  private void undefined(List<Place> jumps) {
    boolean isDoubtful =
        in.isRecovering() && in.recovery().count() > scopes.function().problemsBefore();
    for (Place jump : isDoubtful ? List.<Place>of() : jumps) {
      String message =
          jump.name().equals(BREAK)
              ? "<break> at line " + jump.line() + " not inside a loop"
              : "no visible label '" + jump.name() + "' for <goto> at line " + jump.line();
      in.failMeaning(message, jump.offset(), jump.end());
    }
    jumps.clear();
  }
}
