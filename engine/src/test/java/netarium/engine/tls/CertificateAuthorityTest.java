package netarium.engine.tls;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.List;
import netarium.engine.sim.RandomStreams;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The authority's certificates, with the JDK as the second opinion.
final class CertificateAuthorityTest {
  private static final List<String> NAMES = List.of("web", "www.example.org", "10.0.1.2");

  private final CertificateAuthority authority =
      new CertificateAuthority(new RandomStreams(1), "Lab", TlsLab.EPOCH);

  private static X509Certificate certificate(String pem) throws Exception {
    return (X509Certificate)
        CertificateFactory.getInstance("X.509")
            .generateCertificate(new ByteArrayInputStream(pem.getBytes(US_ASCII)));
  }

  @Test
  void leaf_isSignedByTheAuthority_forItsNames() throws Exception {
    X509Certificate root = certificate(authority.pem());
    X509Certificate leaf = certificate(authority.identity(NAMES).certificatePem());
    leaf.verify(root.getPublicKey());
    root.verify(root.getPublicKey());
    assertEquals("CN=Lab", leaf.getIssuerX500Principal().getName());
    assertEquals(
        "[[2, web], [2, www.example.org], [7, 10.0.1.2]]",
        leaf.getSubjectAlternativeNames().toString());
    assertEquals(TlsLab.EPOCH - 86_400, leaf.getNotBefore().toInstant().getEpochSecond());
    assertEquals(-1, leaf.getBasicConstraints());
    assertTrue(root.getBasicConstraints() >= 0);
  }

  @Test
  void keys_followFromSeedAndNames_notFromWhoAsksFirst() {
    CertificateAuthority again =
        new CertificateAuthority(new RandomStreams(1), "Lab", TlsLab.EPOCH);
    again.identity(List.of("other"));
    assertEquals(authority.identity(NAMES).keyPem(), again.identity(NAMES).keyPem());
    assertEquals(
        authority.identity(NAMES).certificatePem(), again.identity(NAMES).certificatePem());
    assertSame(again.identity(NAMES), again.identity(NAMES));
    assertNotEquals(again.identity(NAMES).keyPem(), again.identity(List.of("other")).keyPem());
    CertificateAuthority elsewhere =
        new CertificateAuthority(new RandomStreams(2), "Lab", TlsLab.EPOCH);
    assertNotEquals(authority.pem(), elsewhere.pem());
  }

  @Test
  void pem_goesOutAndIn() {
    TlsIdentity identity = authority.identity(NAMES);
    TlsIdentity.Read read = TlsIdentity.ofPem(identity.certificatePem(), identity.keyPem());
    TlsIdentity same = assertInstanceOf(TlsIdentity.Read.Found.class, read).identity();
    assertEquals(identity.certificatePem(), same.certificatePem());
    assertEquals(identity.keyPem(), same.keyPem());
  }

  @Test
  void pem_thatIsNone_isSaid() {
    TlsIdentity one = authority.identity(NAMES);
    TlsIdentity two = authority.identity(List.of("other"));
    assertEquals(
        new TlsIdentity.Read.Bad("the private key does not belong to the certificate"),
        TlsIdentity.ofPem(one.certificatePem(), two.keyPem()));
    assertEquals(
        new TlsIdentity.Read.Bad("no certificate in PEM form in the certificate file"),
        TlsIdentity.ofPem("-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n", ""));
    assertEquals(
        new TlsIdentity.Read.Bad("no private key in PEM form of the kind EC P-256 in the key file"),
        TlsIdentity.ofPem(one.certificatePem(), one.certificatePem()));
  }

  @Test
  void trustInAFile_isTrustInItsAuthorities() {
    Trust trust = Trust.ofPem(authority.pem());
    TlsIdentity identity = authority.identity(NAMES);
    assertTrue(trust.doubt(identity.chain(), "web", TlsLab.EPOCH).isEmpty());
    assertFalse(Trust.NOBODY.doubt(identity.chain(), "web", TlsLab.EPOCH).isEmpty());
    assertFalse(trust.doubt(List.of(), "web", TlsLab.EPOCH).isEmpty());
  }

  @ParameterizedTest
  @CsvSource({
    "web,web,true",
    "web,WEB,true",
    "web,web.,true",
    "web,webs,false",
    "*.example.org,a.example.org,true",
    "*.example.org,example.org,false",
    "*.example.org,a.b.example.org,false",
    "a.b,b,false"
  })
  void names_coverHosts(String name, String host, boolean covers) {
    assertEquals(covers, Certificates.covers(name, host));
  }
}
