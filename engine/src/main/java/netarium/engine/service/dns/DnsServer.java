package netarium.engine.service.dns;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import netarium.engine.codec.dns.DnsMessage;
import netarium.engine.codec.dns.DnsQuestion;
import netarium.engine.codec.dns.DnsReader;
import netarium.engine.codec.dns.DnsRecord;
import netarium.engine.codec.dns.DomainName;
import netarium.engine.codec.dns.RecordData;
import netarium.engine.codec.dns.RecordType;
import netarium.engine.codec.dns.ResponseCode;
import netarium.engine.trace.Endpoint;
import netarium.engine.wire.Octets;
import netarium.engine.wire.Parsed;

/// A name server without its sockets (RFC 1034 §4.3.2): a query comes in, a response goes out, at
/// once from the zones it has, later where others have to be asked.
public final class DnsServer {
  private static final int STANDARD_QUERY = 0;
  private static final int OPCODE = 0x7800;

  private final List<Zone> zones;
  private final Optional<Recursor> recursor;
  private final Consumer<String> log;

  /// `recursor`: asks others; without it only the zones are answered from. `log` hears of every
  /// question, a line each.
  public DnsServer(List<Zone> zones, Optional<Recursor> recursor, Consumer<String> log) {
    this.zones = List.copyOf(zones);
    this.recursor = recursor;
    this.log = log;
  }

  /// Answers what came from `client`, or does not: other than queries is passed over.
  void take(Octets octets, Endpoint client, Consumer<DnsMessage> response) {
    switch (DnsReader.read(octets)) {
      case Parsed.Ok<DnsMessage>(DnsMessage query) -> take(query, client, response);
      case Parsed.Malformed<DnsMessage> bad -> {
        boolean mayBeQuery =
            octets.length() >= DnsMessage.HEADER_OCTETS
                && (octets.uint16(2) & DnsMessage.RESPONSE) == 0;
        if (mayBeQuery) {
          log.accept(client + " asks what cannot be read: " + bad.trouble());
          int flags = octets.uint16(2) & (OPCODE | DnsMessage.RECURSION_DESIRED);
          response.accept(
              new DnsMessage(
                  octets.uint16(0),
                  flags | DnsMessage.RESPONSE | ResponseCode.FORMAT_ERROR,
                  List.of(),
                  List.of(),
                  List.of(),
                  List.of()));
        }
      }
    }
  }

  private void take(DnsMessage query, Endpoint client, Consumer<DnsMessage> response) {
    if (query.isResponse()) {
      return;
    }
    if (query.opcode() != STANDARD_QUERY) {
      response.accept(refusal(query, ResponseCode.NOT_IMPLEMENTED));
      return;
    }
    if (query.questions().size() != 1) {
      response.accept(refusal(query, ResponseCode.FORMAT_ERROR));
      return;
    }
    DnsQuestion question = query.questions().getFirst();
    boolean isServed =
        question.classNumber() == DnsRecord.INTERNET && question.type() != RecordType.AXFR;
    Consumer<DnsMessage> logging =
        answer -> {
          log.accept(line(client, question, answer));
          response.accept(answer);
        };
    if (!isServed) {
      logging.accept(refusal(query, ResponseCode.REFUSED));
      return;
    }
    answer(query, question, logging);
  }

  private static String line(Endpoint client, DnsQuestion question, DnsMessage answer) {
    StringBuilder line = new StringBuilder();
    line.append(client).append(" asks ").append(question).append(": ");
    if (answer.responseCode() != ResponseCode.NO_ERROR) {
      return line.append(ResponseCode.name(answer.responseCode())).toString();
    }
    if (answer.answers().isEmpty()) {
      return line.append(answer.isAuthoritative() ? "no such record" : "ask elsewhere").toString();
    }
    for (int i = 0; i < answer.answers().size(); i++) {
      line.append(i == 0 ? "" : ", ").append(answer.answers().get(i).data().text());
    }
    return line.toString();
  }

  /// From the zones, through aliases from one to the next.
  private void answer(DnsMessage query, DnsQuestion question, Consumer<DnsMessage> response) {
    List<DnsRecord> answers = new ArrayList<>();
    DnsQuestion rest = question;
    while (answers.size() <= Aliases.MOST) {
      Optional<Zone> zone = zoneOf(rest.name());
      if (zone.isEmpty()) {
        break;
      }
      switch (zone.get().find(rest.name(), rest.type())) {
        case Zone.Found.Records(List<DnsRecord> records) -> {
          answers.addAll(records);
          response.accept(authoritative(query, ResponseCode.NO_ERROR, answers, List.of()));
          return;
        }
        case Zone.Found.Alias(DnsRecord alias, DomainName target) -> {
          answers.add(alias);
          rest = new DnsQuestion(target, rest.type());
        }
        case Zone.Found.Delegation cut -> {
          delegated(query, rest, answers, zone.get(), cut, response);
          return;
        }
        case Zone.Found.NoData _ -> {
          List<DnsRecord> soa = List.of(zone.get().authority());
          response.accept(authoritative(query, ResponseCode.NO_ERROR, answers, soa));
          return;
        }
        case Zone.Found.NoSuchName _ -> {
          if (!zone.get().isAllThereIs() && mayAsk(query)) {
            ask(query, rest, answers, Optional.empty(), response);
            return;
          }
          List<DnsRecord> soa = List.of(zone.get().authority());
          response.accept(authoritative(query, ResponseCode.NAME_ERROR, answers, soa));
          return;
        }
      }
    }
    if (answers.size() > Aliases.MOST) {
      response.accept(refusal(query, ResponseCode.SERVER_FAILURE));
    } else if (mayAsk(query)) {
      ask(query, rest, answers, Optional.empty(), response);
    } else if (answers.isEmpty()) {
      response.accept(refusal(query, ResponseCode.REFUSED));
    } else {
      response.accept(authoritative(query, ResponseCode.NO_ERROR, answers, List.of()));
    }
  }

  private boolean mayAsk(DnsMessage query) {
    return recursor.isPresent() && query.wantsRecursion();
  }

  /// The nearest of the zones that the name belongs to.
  private Optional<Zone> zoneOf(DomainName name) {
    Zone nearest = null;
    for (Zone each : zones) {
      boolean isNearer =
          nearest == null || each.origin().labels().size() > nearest.origin().labels().size();
      if (name.isWithin(each.origin()) && isNearer) {
        nearest = each;
      }
    }
    return Optional.ofNullable(nearest);
  }

  private void delegated(
      DnsMessage query,
      DnsQuestion rest,
      List<DnsRecord> answers,
      Zone zone,
      Zone.Found.Delegation cut,
      Consumer<DnsMessage> response) {
    List<DnsRecord> glue = new ArrayList<>();
    for (DnsRecord each : cut.servers()) {
      if (each.data() instanceof RecordData.Ns(DomainName server)) {
        glue.addAll(zone.records(server, RecordType.A));
      }
    }
    if (mayAsk(query)) {
      Recursor.Cut from = new Recursor.Cut(cut.zone(), cut.servers(), glue);
      ask(query, rest, answers, Optional.of(from), response);
    } else {
      int flags = answers.isEmpty() ? 0 : DnsMessage.AUTHORITATIVE;
      response.accept(message(query, flags, answers, cut.servers(), glue));
    }
  }

  private void ask(
      DnsMessage query,
      DnsQuestion rest,
      List<DnsRecord> before,
      Optional<Recursor.Cut> from,
      Consumer<DnsMessage> response) {
    Consumer<DnsAnswer> answered =
        answer -> {
          List<DnsRecord> answers = new ArrayList<>(before);
          List<DnsRecord> authority = new ArrayList<>();
          int code = ResponseCode.NO_ERROR;
          switch (answer) {
            case DnsAnswer.Found found -> {
              answers.addAll(found.aliases());
              answers.addAll(found.records());
            }
            case DnsAnswer.NoSuchName none -> {
              code = ResponseCode.NAME_ERROR;
              answers.addAll(none.aliases());
              none.authority().ifPresent(authority::add);
            }
            case DnsAnswer.NoData none -> {
              answers.addAll(none.aliases());
              none.authority().ifPresent(authority::add);
            }
            case DnsAnswer.Refused _,
                DnsAnswer.TimedOut _,
                DnsAnswer.Unreachable _,
                DnsAnswer.Unsupported _ ->
                code = ResponseCode.SERVER_FAILURE;
          }
          response.accept(message(query, code, answers, authority, List.of()));
        };
    recursor.ifPresent(each -> each.resolve(rest, from, answered));
  }

  private DnsMessage refusal(DnsMessage query, int code) {
    return message(query, code, List.of(), List.of(), List.of());
  }

  private DnsMessage authoritative(
      DnsMessage query, int code, List<DnsRecord> answers, List<DnsRecord> authority) {
    return message(
        query, code | DnsMessage.AUTHORITATIVE, answers, authority, addressesOf(answers));
  }

  /// The addresses that whoever reads such records will want next.
  private List<DnsRecord> addressesOf(List<DnsRecord> records) {
    List<DnsRecord> found = new ArrayList<>();
    for (DnsRecord each : records) {
      Optional<DomainName> name =
          switch (each.data()) {
            case RecordData.Ns ns -> Optional.of(ns.server());
            case RecordData.Mx mx -> Optional.of(mx.exchange());
            case RecordData.Srv srv -> Optional.of(srv.target());
            default -> Optional.empty();
          };
      name.flatMap(wanted -> zoneOf(wanted).map(zone -> zone.records(wanted, RecordType.A)))
          .ifPresent(found::addAll);
    }
    return found;
  }

  private DnsMessage message(
      DnsMessage query,
      int code,
      List<DnsRecord> answers,
      List<DnsRecord> authority,
      List<DnsRecord> additional) {
    List<DnsRecord> more = new ArrayList<>(additional);
    if (query.opt().isPresent()) {
      more.add(DnsRecord.opt(DnsSockets.UDP_OCTETS));
    }
    int kept = query.flags() & (OPCODE | DnsMessage.RECURSION_DESIRED);
    int offers = recursor.isPresent() ? DnsMessage.RECURSION_AVAILABLE : 0;
    return new DnsMessage(
        query.id(),
        DnsMessage.RESPONSE | kept | offers | code,
        query.questions(),
        answers,
        authority,
        more);
  }
}
