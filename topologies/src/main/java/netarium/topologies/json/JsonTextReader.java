package netarium.topologies.json;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import netarium.topologies.problem.Position;
import netarium.topologies.problem.ProblemList;
import netarium.topologies.unit.Quoted;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.UnexpectedEndOfInputException;
import tools.jackson.core.json.JsonFactory;

/// JSON text to a tree with places. Text that is not JSON (RFC 8259), or more of it than the limits
/// allow, is a problem at the place where reading stopped. Recursion is bounded by the nesting
/// limit.
public final class JsonTextReader {
  private final JsonLimits limits;
  private final ProblemList problems;
  private int tokens;

  public JsonTextReader(JsonLimits limits, ProblemList problems) {
    this.limits = limits;
    this.problems = problems;
  }

  /// The tree, or `null` after a problem that leaves none.
  public @Nullable JsonTree read(String text) {
    try (JsonParser parser = factory().createParser(ObjectReadContext.empty(), text)) {
      try {
        if (parser.nextToken() == null) {
          problems.error(Position.START, "the file is empty", "write a topology or start anew");
          return null;
        }
        JsonTree root = value(parser);
        if (parser.nextToken() != null) {
          problems.error(at(parser), "something follows the end of the JSON", "remove it");
          return null;
        }
        return root;
      } catch (TooMuch e) {
        problems.error(at(parser), "the file holds more than is sane", "make it smaller");
      } catch (UnexpectedEndOfInputException e) {
        Position end = TextEnd.of(text);
        problems.error(end, "the file ends in the middle", "complete it or restore a copy");
      } catch (StreamConstraintsException e) {
        problems.error(at(parser), limitText(e), "make it smaller");
      } catch (JacksonException e) {
        TokenStreamLocation place = e.getLocation();
        JsonMistake mistake = JsonMistake.of(e.getOriginalMessage());
        Position at = place == null ? at(parser) : position(place);
        problems.error(at, mistake.what(), mistake.advice());
      }
    }
    return null;
  }

  private JsonFactory factory() {
    return JsonFactory.builder()
        .streamReadConstraints(
            StreamReadConstraints.builder()
                .maxNestingDepth(limits.nesting())
                .maxStringLength(limits.textChars())
                .maxNumberLength(limits.numberChars())
                .maxNameLength(limits.nameChars())
                .build())
        .build();
  }

  private JsonTree value(JsonParser parser) {
    if (++tokens > limits.tokens()) {
      throw new TooMuch();
    }
    Position at = at(parser);
    JsonToken token = parser.currentToken();
    return switch (token) {
      case START_OBJECT -> members(parser, at);
      case START_ARRAY -> items(parser, at);
      case VALUE_STRING -> new JsonTree.Text(at, parser.getString());
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new JsonTree.Numeral(at, parser.getString());
      case VALUE_TRUE -> new JsonTree.Bool(at, true);
      case VALUE_FALSE -> new JsonTree.Bool(at, false);
      case VALUE_NULL -> new JsonTree.Null(at);
      default ->
          throw new IllegalStateException("the tokenizer lets no " + token + " begin a value");
    };
  }

  private JsonTree items(JsonParser parser, Position at) {
    List<JsonTree> items = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      items.add(value(parser));
    }
    return new JsonTree.Items(at, items);
  }

  private JsonTree members(JsonParser parser, Position at) {
    Map<String, JsonTree.Member> members = new LinkedHashMap<>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = parser.currentName();
      Position nameAt = at(parser);
      parser.nextToken();
      JsonTree.Member member = new JsonTree.Member(nameAt, value(parser));
      JsonTree.Member earlier = members.putIfAbsent(name, member);
      if (earlier != null) {
        problems.error(
            nameAt,
            "the key "
                + Quoted.text(name)
                + " stands here twice (first at "
                + earlier.nameAt()
                + ")",
            "remove one of them");
      }
    }
    return new JsonTree.Members(at, members);
  }

  private static Position at(JsonParser parser) {
    return position(parser.currentTokenLocation());
  }

  private static Position position(TokenStreamLocation place) {
    return new Position(Math.max(1, place.getLineNr()), Math.max(1, place.getColumnNr()));
  }

  private String limitText(StreamConstraintsException e) {
    String message = String.valueOf(e.getOriginalMessage());
    if (message.contains("nesting")) {
      return "objects and lists are nested more than " + limits.nesting() + " deep";
    }
    return message.contains("umber")
        ? "a number has more than " + limits.numberChars() + " characters"
        : "a text or key is longer than " + limits.textChars() + " characters";
  }

  private static final class TooMuch extends RuntimeException {
    TooMuch() {
      super("token limit", null, false, false);
    }
  }
}
