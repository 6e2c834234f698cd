package netarium.engine.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import netarium.engine.trace.SimEvent;
import org.junit.jupiter.api.Test;

/// The module `tls` as scripts on two machines use it: what works, and what is said of what does
/// not.
class TlsModuleTest {
  private static final String ECHO =
      """
      local l = assert(tls.Listen("tcp", ":443"))
      while true do
        local c = l:Accept()
        go(function()
          local data, err = c:Read(1000)
          while data do
            c:Write(data)
            data, err = c:Read(1000)
          end
          print(err)
          c:Close()
        end)
      end
      """;

  private static TestProject.Run run(String server, String client) {
    return runWith("", server, client);
  }

  private static TestProject.Run runWith(String members, String server, String client) {
    return new TestProject()
        .vmWith("a", "10.0.0.1/24", members, "client.lua")
        .vm("b", "10.0.0.2/24", "server.lua")
        .link("l", "a:eth0", "b:eth0", "")
        .script("server.lua", server)
        .script("client.lua", "sleep(0.1)\n" + client)
        .with(", \"hosts\": { \"www.example.org\": \"10.0.0.2\" }")
        .run();
  }

  private static void prints(String expected, TestProject.Run run, String node) {
    assertEquals(expected.strip(), run.console(node).strip());
  }

  @Test
  void dialledConnection_carriesDataAndKnowsWhatWasAgreedOn() {
    TestProject.Run run =
        run(
            ECHO,
            """
            local c = assert(tls.Dial("tcp", "www.example.org:443"))
            print(c:Write("hello"), c:Read(3), c:Read(100))
            local s = c:ConnectionState()
            print(s.HandshakeComplete, tls.VersionName(s.Version))
            print(s.ServerName, s.NegotiatedProtocol)
            print(tls.CipherSuiteName(s.CipherSuite))
            local cert = s.PeerCertificates[1]
            print(cert.Subject.CommonName, cert.Subject.String, cert.Issuer.CommonName, cert.IsCA)
            print(table.concat(cert.DNSNames, " "), table.concat(cert.IPAddresses, " "))
            print(os.date("%F %T", cert.NotBefore), os.date("%F %T", cert.NotAfter))
            print(c:RemoteAddr():String(), c:LocalAddr():Network(), c:LocalAddr().IP:String())
            c:CloseWrite()
            print(c:Read(1))
            print(c:Write("x"))
            print(c:Close(), c:Close())
            print(c:Handshake())
            """);
    prints(
        """
        5\thel\tlo\tnil
        true\tTLS 1.3
        www.example.org\t
        TLS_AES_128_GCM_SHA256
        b\tCN=b\tNetarium topology authority\tfalse
        b localhost www.example.org\t127.0.0.1 10.0.0.2
        2025-12-31 00:00:00\t2026-04-01 00:00:00
        10.0.0.2:443\ttcp\t10.0.0.1
        nil\tEOF
        nil\tbroken pipe
        nil\tuse of closed network connection
        use of closed network connection
        """,
        run,
        "a");
    prints("EOF", run, "b");
  }

  @Test
  void expiredDeadline_leavesTheConnectionUsable() {
    TestProject.Run run =
        run(
            ECHO,
            """
            local c = tls.Dial("tcp", "b:443")
            c:SetReadDeadline(0.5)
            local data, err = c:Read(10)
            print(data, err, err:Timeout(), err == os.ErrDeadlineExceeded)
            c:SetReadDeadline(nil)
            print(c:Write("still here"))
            print(c:Read(100))
            c:SetDeadline(-1)
            print(c:Write("x"))
            c:SetDeadline()
            print(c:Write("y"), c:Read(1))
            """);
    prints(
        """
        nil\ti/o timeout\ttrue\ttrue
        10\tnil
        still here\tnil
        nil\ti/o timeout
        1\ty\tnil
        """,
        run,
        "a");
  }

  @Test
  void dial_saysWhyItFails() {
    TestProject.Run run =
        run(
            """
            local function serve(port, config)
              local l = assert(tls.Listen("tcp", port, config))
              go(function()
                while true do
                  local c = l:Accept()
                  go(function() print(port, c:Handshake()) end)
                end
              end)
            end
            serve(":443")
            serve(":444", {Certificate = "expired"})
            serve(":445", {Certificate = "self-signed"})
            assert(http.pool{port = 80, workers = 1, handler = function() return 200 end})
            local l = net.Listen("tcp", ":81")
            go(function() while true do l:Accept():Close() end end)
            """,
            """
            local function dial(...)
              local c, err = tls.Dial("tcp", ...)
              print(c, err, err and err.code)
            end
            dial("b:443", {ServerName = "other"})
            dial("b:444")
            dial("b:445")
            dial("b:80")
            dial("b:81")
            dial("b:82")
            dial("nobody:443")
            print(tls.Dial("udp", "b:443"))
            print(tls.DialTimeout("tcp", "10.0.0.77:443", 0.5))
            print((tls.Dial("tcp", "b:444", {InsecureSkipVerify = true})) ~= nil)
            dial("b:443", {RootCAs = "no.pem"})
            local c = tls.Dial("tcp", "b:443", {MaxVersion = tls.VersionTLS12, NextProtos = {"a"}})
            print(tls.VersionName(c:ConnectionState().Version))
            """);
    prints(
        """
        nil\ttls: certificate is valid for b, localhost, www.example.org, 127.0.0.1 and others, \
        not for other\tcertificate
        nil\ttls: certificate has expired: it is 2026-01-01 00:00:00 UTC and it was valid until \
        2025-12-31 00:00:00 UTC\tcertificate
        nil\ttls: certificate is self-signed: nobody vouches for b\tcertificate
        nil\thttp: server gave HTTP response to HTTPS client\ttls
        nil\tthe other side ended the connection during the TLS handshake\ttls
        nil\tconnection refused\trefused
        nil\tlookup nobody failed\tno-such-host
        nil\tunknown network: udp
        nil\ti/o timeout
        true
        nil\ttls: cannot open no.pem\ttls
        TLS 1.2
        """,
        run,
        "a");
    assertTrue(run.console("b").contains(":443\tthe other side ended the TLS connection:"));
  }

  @Test
  void machineThatTrustsNobody_refuses_untilItIsToldWhom() {
    TestProject.Run run =
        runWith(
            ", \"tls\": { \"trust\": false }",
            ECHO,
            """
            print(tls.Dial("tcp", "b:443"))
            print((tls.Dial("tcp", "b:443", {InsecureSkipVerify = true})) ~= nil)
            """);
    prints(
        """
        nil\ttls: certificate signed by unknown authority: Netarium topology authority is not \
        trusted here
        true
        """,
        run,
        "a");
  }

  @Test
  void connectionThatStands_goesOnWithTls() {
    TestProject.Run run =
        run(
            """
            local l = net.Listen("tcp", ":25")
            local c = l:Accept()
            print(c:Read())
            c:Write("ok")
            local s = tls.Server(c, {NextProtos = {"smtp"}})
            print(c:Read())
            print(s:Read())
            print(s:ConnectionState().ServerName, s:ConnectionState().NegotiatedProtocol)
            print(#s:ConnectionState().PeerCertificates)
            """,
            """
            local c = net.Dial("tcp", "b:25")
            c:Write("STARTTLS")
            print(c:Read())
            print(tls.Client(c))
            local s = assert(tls.Client(c, {ServerName = "b", NextProtos = {"x", "smtp"}}))
            print(c:Write("plain"))
            print(s:ConnectionState().HandshakeComplete, s:Handshake())
            print(s:ConnectionState().HandshakeComplete)
            s:Write("secret")
            print(pcall(tls.Client, c, {Servername = "b"}))
            print(pcall(tls.Client, s, {NextProtos = "x"}))
            print(pcall(tls.Client, "x"))
            print(tls.Server(c))
            """);
    prints(
        """
        STARTTLS\tnil
        nil\tuse of closed network connection
        secret\tnil
        b\tsmtp
        0
        """,
        run,
        "b");
    String said = run.console("a");
    assertTrue(said.startsWith("ok\tnil\nnil\ttls: either ServerName or InsecureSkipVerify"), said);
    assertTrue(said.contains("nil\tuse of closed network connection\nfalse\tnil\ntrue\n"), said);
    assertTrue(said.contains("a TLS configuration has no Servername; it has ServerName, "), said);
    assertTrue(said.contains("NextProtos: list of names expected"), said);
  }

  @Test
  void slowClient_keepsNobodyWaiting() {
    TestProject.Run run =
        run(
            ECHO,
            """
            local slow = net.Dial("tcp", "b:443")
            local c = assert(tls.Dial("tcp", "b:443"))
            c:Write("x")
            print(c:Read(1))
            slow:Close()
            """);
    prints("x\tnil", run, "a");
  }

  @Test
  void sameSeed_sameHash() {
    String client = "local c = tls.Dial('tcp', 'b:443') c:Write('x') print(c:Read())";
    TestProject.Run one = run(ECHO, client);
    assertEquals(one.result().summary(), run(ECHO, client).result().summary());
    assertEquals(8, one.all(SimEvent.TlsKeyLogged.class).size());
  }
}
