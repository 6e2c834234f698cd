package netarium.app.lesson;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.Code;
import org.commonmark.node.Emphasis;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Link;
import org.commonmark.node.ListBlock;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.commonmark.node.ThematicBreak;
import org.commonmark.parser.Parser;
import org.jspecify.annotations.Nullable;

/// Reads CommonMark with tables. Every text is Markdown of some kind: there are no errors. HTML is
/// shown as it is written.
final class Markdown {
  /// Nobody writes lists this deep; a hostile file may.
  private static final int DEEPEST = 12;

  private static final Parser PARSER =
      Parser.builder()
          .extensions(List.of(TablesExtension.create()))
          .enabledBlockTypes(
              Set.of(
                  Heading.class,
                  FencedCodeBlock.class,
                  IndentedCodeBlock.class,
                  BlockQuote.class,
                  ListBlock.class,
                  ThematicBreak.class))
          .maxOpenBlockParsers(2 * DEEPEST)
          .build();

  private Markdown() {}

  static List<Block> read(String text) {
    return blocks(PARSER.parse(text), 0);
  }

  private static List<Block> blocks(Node parent, int depth) {
    List<Block> blocks = new ArrayList<>();
    for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
      Block block = depth > DEEPEST ? null : block(node, depth);
      if (block != null) {
        blocks.add(block);
      }
    }
    return List.copyOf(blocks);
  }

  private static @Nullable Block block(Node node, int depth) {
    return switch (node) {
      case Heading heading -> new Block.Heading(heading.getLevel(), spans(heading));
      case Paragraph paragraph -> new Block.Paragraph(spans(paragraph));
      case FencedCodeBlock code ->
          new Block.CodeBlock(firstWord(code.getInfo()), code.getLiteral().stripTrailing());
      case IndentedCodeBlock code -> new Block.CodeBlock("", code.getLiteral().stripTrailing());
      case OrderedList list -> {
        Integer start = list.getMarkerStartNumber();
        yield new Block.Listing(start == null ? 1 : start, items(list, depth));
      }
      case ListBlock list -> new Block.Listing(-1, items(list, depth));
      case BlockQuote quote -> new Block.Quote(blocks(quote, depth + 1));
      case TableBlock table -> new Block.Grid(rows(table));
      case ThematicBreak _ -> new Block.Rule();
      case HtmlBlock html -> new Block.Paragraph(List.of(Span.plain(html.getLiteral())));
      default -> null;
    };
  }

  private static String firstWord(@Nullable String info) {
    String stripped = info == null ? "" : info.strip();
    int space = stripped.indexOf(' ');
    return space < 0 ? stripped : stripped.substring(0, space);
  }

  private static List<List<Block>> items(ListBlock list, int depth) {
    List<List<Block>> items = new ArrayList<>();
    for (Node item = list.getFirstChild(); item != null; item = item.getNext()) {
      items.add(blocks(item, depth + 1));
    }
    return List.copyOf(items);
  }

  private static List<List<Block.Cell>> rows(TableBlock table) {
    List<List<Block.Cell>> rows = new ArrayList<>();
    for (Node part = table.getFirstChild(); part != null; part = part.getNext()) {
      for (Node row = part.getFirstChild(); row instanceof TableRow; row = row.getNext()) {
        List<Block.Cell> cells = new ArrayList<>();
        for (Node each = row.getFirstChild(); each != null; each = each.getNext()) {
          boolean isRight =
              each instanceof TableCell cell && cell.getAlignment() == TableCell.Alignment.RIGHT;
          cells.add(new Block.Cell(spans(each), isRight));
        }
        rows.add(List.copyOf(cells));
      }
    }
    return List.copyOf(rows);
  }

  private static List<Span> spans(Node parent) {
    List<Span> spans = new ArrayList<>();
    collect(parent, Span.plain(""), spans, 0);
    return List.copyOf(spans);
  }

  /// `look` is that of the text around.
  private static void collect(Node parent, Span look, List<Span> spans, int depth) {
    for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
      switch (node) {
        case Text text -> add(spans, look, text.getLiteral());
        case SoftLineBreak _ -> add(spans, look, " ");
        case HardLineBreak _ -> add(spans, look, "\n");
        case HtmlInline html -> add(spans, look, html.getLiteral());
        case Code code ->
            add(
                spans,
                new Span("", look.isStrong(), look.isEmphasis(), true, look.link()),
                code.getLiteral());
        default -> {
          if (depth <= DEEPEST) {
            collect(node, inside(node, look), spans, depth + 1);
          }
        }
      }
    }
  }

  private static Span inside(Node node, Span look) {
    return switch (node) {
      case StrongEmphasis _ -> new Span("", true, look.isEmphasis(), look.isCode(), look.link());
      case Emphasis _ -> new Span("", look.isStrong(), true, look.isCode(), look.link());
      case Link link ->
          new Span("", look.isStrong(), look.isEmphasis(), look.isCode(), link.getDestination());
      default -> look;
    };
  }

  private static void add(List<Span> spans, Span look, String text) {
    Span last = spans.isEmpty() ? null : spans.getLast();
    if (last != null && last.equals(like(look, last.text()))) {
      spans.set(spans.size() - 1, like(look, last.text() + text));
    } else {
      spans.add(like(look, text));
    }
  }

  private static Span like(Span look, String text) {
    return new Span(text, look.isStrong(), look.isEmphasis(), look.isCode(), look.link());
  }
}
