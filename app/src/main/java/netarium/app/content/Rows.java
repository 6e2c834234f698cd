package netarium.app.content;

import java.util.function.IntSupplier;
import java.util.function.IntUnaryOperator;
import javafx.collections.ObservableListBase;

/// The rows of a table, each the number of what it shows, made when it is asked for. Nearly always
/// there are only more at the end.
public final class Rows extends ObservableListBase<Integer> {
  private final IntSupplier count;
  private final IntUnaryOperator numberOf;
  private int size;

  /// `numberOf`: what stands at a place.
  public Rows(IntSupplier count, IntUnaryOperator numberOf) {
    this.count = count;
    this.numberOf = numberOf;
    size = count.getAsInt();
  }

  @Override
  public Integer get(int index) {
    return numberOf.applyAsInt(index);
  }

  @Override
  public int size() {
    return size;
  }

  /// More rows at the end.
  public void grow() {
    int before = size;
    size = count.getAsInt();
    if (size > before) {
      beginChange();
      nextAdd(before, size);
      endChange();
    }
  }
}
