package netarium.app.lesson;

import java.util.List;

/// A part of a lesson that stands by itself.
sealed interface Block {
  /// `level` from 1 to 6.
  record Heading(int level, List<Span> text) implements Block {}

  record Paragraph(List<Span> text) implements Block {}

  /// `language` as the fence names it, or empty.
  record CodeBlock(String language, String code) implements Block {}

  /// `start` is the first number, or -1 for a list with bullets.
  record Listing(int start, List<List<Block>> items) implements Block {
    boolean isNumbered() {
      return start >= 0;
    }
  }

  record Quote(List<Block> blocks) implements Block {}

  /// The first row is the head. Every row has as many cells as the head.
  record Grid(List<List<Cell>> rows) implements Block {}

  /// One cell; `isRight`: numbers stand at the right.
  record Cell(List<Span> text, boolean isRight) {}

  record Rule() implements Block {}
}
