package org.caravansms.callback;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.HexFormat;
import java.util.Map;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.caravansms.callback.PublicAddresses.NoPublicAddressException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whom a callback of a client's may reach: RFC 6890 and the registries of IANA for special purposes. */
class PublicAddressesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0",
                "0.1.2.3",
                "10.0.0.1",
                "100.64.0.0",
                "100.127.255.255",
                "127.0.0.1",
                "127.255.255.254",
                "169.254.169.254",
                "172.16.0.1",
                "172.31.255.255",
                "192.0.0.1",
                "192.0.2.1",
                "192.88.99.1",
                "192.168.1.1",
                "198.18.0.1",
                "198.19.255.255",
                "198.51.100.1",
                "203.0.113.1",
                "224.0.0.1",
                "239.255.255.255",
                "240.0.0.1",
                "255.255.255.255",
                "::",
                "::1",
                "::7f00:1",
                "::ffff:127.0.0.1",
                "::ffff:10.0.0.1",
                "::ffff:0:127.0.0.1",
                "64:ff9b::7f00:1",
                "64:ff9b:1::7f00:1",
                "100::1",
                "2001::7f00:1",
                "2001:2::1",
                "2001:10::1",
                "2001:20::1",
                "2001:db8::1",
                "2002:7f00:1::",
                "3fff::1",
                "4000::1",
                "5f00::1",
                "fc00::1",
                "fd12:3456::1",
                "fe80::1",
                "fec0::1",
                "ff02::1"
            })
    void addressOfASpecialPurposeShouldBeUnknown(String address) throws Exception {
        DnsResolver names = new PublicAddresses(answering("it", address), false);
        assertThrows(NoPublicAddressException.class, () -> names.resolve("it"));
        InetAddress[] found = new PublicAddresses(answering("it", address), true).resolve("it");
        assertEquals(InetAddress.getByName(address), found[0]);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.1.1.1",
                "100.63.255.255",
                "100.128.0.0",
                "172.15.255.255",
                "172.32.0.0",
                "192.0.1.1",
                "192.169.0.1",
                "198.17.255.255",
                "198.20.0.0",
                "223.255.255.255",
                "2001:200::1",
                "2001:4860:4860::8888",
                "2606:4700::1111",
                "2a00:1450::1",
                "::ffff:8.8.8.8"
            })
    void publicAddressShouldBeTaken(String address) throws Exception {
        InetAddress[] found = new PublicAddresses(answering("it", address), false).resolve("it");
        assertArrayEquals(new InetAddress[] {InetAddress.getByName(address)}, found);
    }

    @Test
    void nameWithBothShouldHaveThePublicOneOnly() throws Exception {
        DnsResolver names = new PublicAddresses(answering("it", "127.0.0.1", "1.1.1.1", "::1"), false);
        assertArrayEquals(new InetAddress[] {InetAddress.getByName("1.1.1.1")}, names.resolve("it"));
    }

    /** A number without dots, a short form, leading zeros: what a resolver makes an address of is looked at as one. */
    @ParameterizedTest
    @CsvSource({"2130706433", "127.1", "127.0.0.01", "0x7f.1", "0x7f000001", "017700000001", "localhost", "[::1]"})
    void otherFormsOfThisMachineShouldBeUnknown(String host) {
        DnsResolver names = new PublicAddresses(SystemDefaultDnsResolver.INSTANCE, false);
        assertThrows(UnknownHostException.class, () -> names.resolve(host));
    }

    @Test
    void addressMadeOfOctetsShouldBeKnownAsWhatItIs() throws Exception {
        byte[] mapped = HexFormat.of().parseHex("00000000000000000000ffff0a000001");
        assertEquals(false, PublicAddresses.isPublic(InetAddress.getByAddress("it", mapped)));
    }

    static DnsResolver answering(String name, String... addresses) throws UnknownHostException {
        InetAddress[] found = new InetAddress[addresses.length];
        for (int i = 0; i < found.length; i++) {
            found[i] = InetAddress.getByName(addresses[i]);
        }
        Map<String, InetAddress[]> known = Map.of(name, found);
        return new DnsResolver() {
            @Override
            public InetAddress[] resolve(String host) throws UnknownHostException {
                if (!known.containsKey(host)) {
                    throw new UnknownHostException(host);
                }
                return known.get(host);
            }

            @Override
            public String resolveCanonicalHostname(String host) {
                return host;
            }
        };
    }
}
