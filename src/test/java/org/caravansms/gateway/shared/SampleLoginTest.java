package org.caravansms.gateway.shared;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.caravansms.gateway.HttpAnswer;
import org.caravansms.gateway.TestApi;
import org.caravansms.gateway.Wire;
import org.caravansms.gateway.Xml;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The sample login from this machine: taken from its programs and pages, refused where somebody else shows. */
class SampleLoginTest {

    private static final String SEED = "action=sendmessage&messagecount=1&username=admin&password=abc123"
            + "&recipient0=06203105366&messagetype0=SMS:TEXT&messagedata0=Hello+World";

    @RegisterExtension
    static final TestApi api = TestApi.shared();

    private static final AtomicInteger requests = new AtomicInteger();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "X-Forwarded-For: 203.0.113.7",
                "X-Forwarded-Host: sms.example.com",
                "X-Forwarded-Proto: https",
                "Forwarded: for=203.0.113.7",
                "Forwarded-For: 203.0.113.7",
                "X-Real-IP: 203.0.113.7",
                "Via: 1.1 proxy",
                "CF-Connecting-IP: 203.0.113.7",
                "CF-Ray: 230b030023ae2822-SJC",
                "CDN-Loop: cloudflare",
                "True-Client-IP: 203.0.113.7",
                "X-Client-IP: 203.0.113.7",
                "Client-IP: 203.0.113.7",
                "X-Cluster-Client-IP: 203.0.113.7",
                "Fastly-Client-IP: 203.0.113.7",
                "Fly-Client-IP: 203.0.113.7",
                "X-ProxyUser-Ip: 203.0.113.7",
                "WL-Proxy-Client-IP: 203.0.113.7",
                "X-Azure-ClientIP: 203.0.113.7",
                "X-Envoy-External-Address: 203.0.113.7",
                "X-Amzn-Trace-Id: Root=1-67891233-abcdef012345678912345678",
                "X-Request-ID: 1",
                "Max-Forwards: 1",
                "Origin: https://elsewhere.example",
                "Origin: http://localhost.elsewhere.example",
                "Origin: http://127.0.0.1.elsewhere.example",
                "Origin: http://intranet",
                "Origin: chrome-extension://abcdefghijklmnop",
                "Origin: http://localhost\r\nReferer: https://elsewhere.example/page",
                "Referer: https://elsewhere.example/page",
                "Referer: ]",
                "Sec-Fetch-Site: cross-site",
                "Sec-Fetch-Site: cross-site\r\nSec-Fetch-Mode: navigate\r\nSec-Fetch-Dest: document\r\nSec-Fetch-User: ?1",
                "Origin: null\r\nSec-Fetch-Site: cross-site\r\nSec-Fetch-Mode: cors\r\nSec-Fetch-Dest: empty",
                "Origin: null\r\nSec-Fetch-Site: cross-site\r\nSec-Fetch-Mode: navigate\r\nSec-Fetch-Dest: iframe\r\nSec-Fetch-User: ?1",
                "Origin: null\r\nSec-Fetch-Site: cross-site\r\nSec-Fetch-Mode: navigate\r\nSec-Fetch-Dest: document"
            })
    void signOfSomebodyElseShouldRefuseIt(String headers) throws IOException {
        assertAnswer("errorcode", "1157", post("localhost:9509", headers));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"elsewhere.example", "elsewhere.example:9509", "127.0.0.1.elsewhere.example", "203.0.113.7"})
    void nameThatWasMadeToLeadHereShouldRefuseIt(String host) throws IOException {
        assertAnswer("errorcode", "1157", post(host, "Accept: */*"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "User-Agent: curl/7.88.1",
                "Origin: null",
                "Origin: null\r\nSec-Fetch-Site: cross-site\r\nSec-Fetch-Mode: navigate\r\nSec-Fetch-Dest: document\r\nSec-Fetch-User: ?1",
                "Origin: file://",
                "Origin: http://localhost:3000\r\nReferer: http://localhost:3000/form\r\nSec-Fetch-Site: cross-site",
                "Origin: https://127.0.0.1:9508\r\nSec-Fetch-Site: same-origin",
                "Referer: http://[::1]:8080/",
                "Sec-Fetch-Site: none",
                "X-Requested-With: XMLHttpRequest\r\nCookie: a=b\r\nDNT: 1\r\ntraceparent: 00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
                "Accept-Language: en\r\nUpgrade-Insecure-Requests: 1\r\nsec-ch-ua: \"Chromium\";v=\"140\"\r\nPriority: u=0, i"
            })
    void programOrPageOfThisMachineShouldBeLetIn(String headers) throws IOException {
        assertAnswer("statuscode0", "0", post("127.0.0.1:9509", headers));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"localhost", "LOCALHOST:9509", "sms.localhost", "127.0.0.1", "[::1]:9509", "this-machine:9509"})
    void nameOfThisMachineShouldBeLetIn(String host) throws IOException {
        assertAnswer("statuscode0", "0", post(host, "Accept: */*"));
    }

    @Test
    void clientThatNamesNoHostShouldBeLetIn() throws IOException {
        assertAnswer(
                "statuscode0",
                "0",
                HttpAnswer.to(api.port(), "GET /api?" + SEED + " HTTP/1.0\r\n\r\n")
                        .text());
    }

    /** Each time from another address of this machine: wrong logins are counted. */
    private static String post(String host, String headers) throws IOException {
        InetAddress from = InetAddress.getByName("127.0.2." + requests.incrementAndGet());
        try (Wire wire = new Wire(new Socket(InetAddress.getByName("127.0.0.1"), api.port(), from, 0))) {
            return wire.send("POST /api HTTP/1.1\r\nHost: " + host + "\r\n" + headers
                            + "\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: "
                            + SEED.length() + "\r\n\r\n" + SEED)
                    .answer();
        }
    }

    private static void assertAnswer(String element, String value, String answer) {
        assertEquals(List.of(value), Xml.values(answer, element), answer);
    }
}
