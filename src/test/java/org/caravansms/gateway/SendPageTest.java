package org.caravansms.gateway;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.chrome.ChromeDriver;

/** From the send page in a browser to the octets at the SMSC, and the answer on the page. */
class SendPageTest {

    private static final String MARKUP = "<img src=x onerror=alert(1)><script>alert(2)</script>";
    private static final String ID = "id [0-9a-f-]{36}";

    @TempDir(cleanup = CleanupMode.NEVER)
    static Path folder;

    private static TestSmsc smsc;
    private static RunningGateway gateway;
    private static HttpServer otherSite;
    private static ChromeDriver browser;
    private static SendPage page;

    @BeforeAll
    static void start() throws IOException {
        browser = Chromium.start(folder.resolve("profile"));
        page = new SendPage(browser);
        smsc = TestSmsc.start();
        otherSite = HttpServer.create(new InetSocketAddress("localhost", 0), 0);
        otherSite.createContext("/", SendPageTest::answerNothing);
        otherSite.start();
        gateway = RunningGateway.start(folder.resolve("data"), smsc.port(), "sms.http.cors-origins", otherOrigin());
    }

    @AfterAll
    static void stop() throws InterruptedException {
        if (browser != null) {
            browser.quit();
            otherSite.stop(0);
            gateway.close();
            smsc.close();
        }
    }

    @BeforeEach
    void open() {
        smsc.received().clear();
        page.look(1024, false);
        page.open(gateway.port());
    }

    @AfterEach
    void consoleShouldBeClean() {
        assertEquals(List.of(), page.console());
    }

    @Test
    void typedMessagesShouldReachTheSmscAndTheirReportsThePage() throws IOException {
        page.logIn("admin", "abc123");
        page.message(0, " 36203105366", "Hello [World] €5");
        page.add();
        page.message(1, "+36202222222", "Árvíztűrő tükörfúrógép");
        page.send();
        assertEquals("2 of 2 messages accepted.", page.summary());
        assertReport(0, "Accepted · 36203105366\nHello [World] €5\n" + ID + " · 1 part, GSM-7");
        assertReport(1, "Accepted · \\+36202222222\nÁrvíztűrő tükörfúrógép\n" + ID + " · 1 part, UCS-2");
        assertArrived("Hello [World] €5", "Árvíztűrő tükörfúrógép");
        assertEquals("", page.fault());
        assertLooksRight();
    }

    /** With a login and JSON: before such a request browsers ask whether they may send it. */
    @Test
    void pageOfAnAllowedOriginShouldSendByTheApi() throws IOException {
        browser.get(otherOrigin());
        Object answer = browser.executeAsyncScript("""
                const done = arguments[arguments.length - 1];
                fetch(arguments[0], {
                  method: 'POST',
                  headers: { 'Content-Type': 'application/json', Authorization: 'Basic ' + btoa('admin:abc123') },
                  body: '{"messages":[{"to_address":"111222","text":"from another page"}]}',
                }).then((reply) => reply.json()).then((reply) => done(reply.response_code), (fault) => done(String(fault)));
                """, "http://127.0.0.1:" + gateway.port() + "/api?action=sendmsg");
        assertEquals("SUCCESS", answer);
        assertArrived("from another page");
    }

    private static String otherOrigin() {
        return "http://localhost:" + otherSite.getAddress().getPort();
    }

    private static void answerNothing(HttpExchange exchange) throws IOException {
        exchange.sendResponseHeaders(exchange.getRequestURI().getPath().equals("/") ? 200 : 204, -1);
        exchange.close();
    }

    private static void assertReport(int row, String pattern) {
        String report = page.reports().get(row);
        assertTrue(report.matches(pattern.replace("[World]", "\\[World]")), report);
    }

    private static void assertLooksRight() throws IOException {
        page.screenshot("wide");
        page.look(1024, true);
        page.screenshot("wide-dark");
        page.look(360, false);
        assertTrue(page.fitsItsWidth());
        page.screenshot("narrow");
        page.look(360, true);
        page.screenshot("narrow-dark");
    }

    @Test
    void originatorShouldBeThatOfAllMessages() {
        page.logIn("admin", "abc123");
        page.put("originator", "+36701234567");
        page.message(0, "06203105366", "from another");
        page.send();
        assertArrived("from another");
        assertEquals("36701234567", smsc.received().get(0).source().addr());
    }

    @Test
    void markupShouldStayText() {
        page.logIn("admin", "abc123");
        page.message(0, "06203105366", MARKUP);
        page.add();
        page.message(1, MARKUP, MARKUP);
        page.send();
        assertEquals("1 of 2 messages accepted.", page.summary());
        assertTrue(page.reports().get(0).contains(MARKUP), page.reports().get(0));
        assertTrue(page.reports().get(1).startsWith("Rejected · " + MARKUP + "\n" + MARKUP + "\nInvalid recipient."));
        assertTrue(page.reports().get(1).endsWith("(code 1)"), page.reports().get(1));
        assertTrue(page.hasNone("main img, main script"));
        assertArrived(MARKUP);
    }

    @Test
    void markupInTheAnswerShouldStayText() {
        page.run("showAnswer({action: 'error', data: {errorcode: arguments[0], errormessage: arguments[0]}})", MARKUP);
        assertTrue(page.fault().startsWith(MARKUP), page.fault());
        page.run(
                "const m = arguments[0]; showAnswer({action: 'sendmessage', data: {acceptreports: ["
                        + "{statuscode: 0, messageid: m, recipient: m, messagedata: m, segments: m, encoding: m}, "
                        + "{statuscode: m, statusmessage: m, recipient: m, messagedata: m}]}})",
                MARKUP);
        assertEquals(2, page.reports().size());
        assertTrue(page.hasNone("main img, main script"));
    }

    @Test
    void refusedRequestShouldBeToldAndKeepWhatWasTyped() throws IOException {
        page.logIn("admin", "wrong");
        page.message(0, "06203105366", "kept");
        page.send();
        assertEquals("Invalid username or password. (code 1157)", page.fault());
        assertEquals("kept", page.value("messagedata0"));
        assertEquals(List.of(), page.reports());
        page.screenshot("refused");
        page.logIn("admin", "abc123");
        page.send();
        assertEquals("", page.fault());
        assertArrived("kept");
    }

    @Test
    void missingAnswerShouldBeToldAndKeepWhatWasTyped() {
        page.logIn("admin", "abc123");
        page.message(0, "06203105366", "kept");
        page.run("window.fetch = () => Promise.reject(new TypeError('Failed to fetch'))");
        page.send();
        assertTrue(page.fault().startsWith("No answer from the gateway."), page.fault());
        page.run("window.fetch = () => Promise.resolve(new Response('<response/>'))");
        page.send();
        assertTrue(page.fault().startsWith("The gateway's answer cannot be read."), page.fault());
        assertEquals("kept", page.value("messagedata0"));
        assertTrue(page.canSend());
    }

    @Test
    void messageWhoseAnswerWasLostShouldBeSentOnceHoweverOftenItIsSent() {
        page.logIn("admin", "abc123");
        page.message(0, "06203105366", "lost");
        page.run("const real = window.fetch; window.fetch = (...all) => { window.fetch = real; "
                + "return real(...all).then(() => { throw new TypeError('Failed to fetch'); }); }");
        page.send();
        assertTrue(page.fault().contains("press Send again, nothing is sent twice"), page.fault());
        assertArrived("lost");
        page.send();
        assertEquals("1 of 1 message accepted.", page.summary());
        page.send();
        assertArrived("lost", "lost");
    }

    @Test
    void buttonShouldRestWhileTheAnswerIsAwaited() {
        page.logIn("admin", "abc123");
        page.message(0, "06203105366", "once");
        page.run("const real = window.fetch; window.fetch = (...all) => "
                + "new Promise((go) => { window.go = go; }).then(() => real(...all))");
        page.press();
        await().until(() -> !page.canSend());
        page.run("window.go()");
        await().until(() -> page.summary().equals("1 of 1 message accepted."));
        assertTrue(page.canSend());
        assertArrived("once");
    }

    @Test
    void rowsShouldBeCountedAsTheyComeAndGo() {
        page.logIn("admin", "abc123");
        page.message(0, "111", "first");
        page.add();
        page.message(1, "222", "second");
        page.add();
        page.message(2, "333", "third");
        assertEquals("3", page.value("messagecount"));
        page.remove(1);
        assertEquals("2", page.value("messagecount"));
        assertEquals("333", page.value("recipient1"));
        assertEquals("5 characters · GSM-7, 5 of 160 septets · 1 part", page.count(1));
        page.send();
        assertArrived("first", "third");
    }

    @Test
    void pastedRecipientsShouldGetARowEachUpToTheLimit() {
        page.logIn("admin", "abc123");
        page.message(0, "", "to all");
        page.paste("recipient0", "+36201, +36202;+36203\r\n+36204\n\n");
        assertEquals(List.of("+36201", "+36202", "+36203", "+36204"), page.values("recipient"));
        assertEquals(List.of("to all", "to all", "to all", "to all"), page.values("text"));
        page.send();
        assertArrived("to all", "to all", "to all", "to all");
        page.paste("recipient3", IntStream.range(0, 200).mapToObj(i -> "1" + i).collect(Collectors.joining("\n")));
        assertEquals("100", page.value("messagecount"));
        assertTrue(page.fault().startsWith("Only 97 of 200 recipients were added"), page.fault());
    }

    @Test
    void pageWithoutScriptShouldSendByItsForm() {
        ChromeDriver plain = Chromium.start(folder.resolve("plain"), "--blink-settings=scriptEnabled=false");
        try {
            SendPage form = new SendPage(plain);
            form.open(gateway.port());
            assertTrue(form.hasNone(".scripted:not([hidden]), .remove:not([hidden])"));
            form.logIn("admin", "abc123");
            form.message(0, "06203105366", "plain ő");
            form.press();
            await().until(() -> plain.getCurrentUrl().endsWith("/api"));
            assertTrue(plain.getPageSource().contains("Status code: 0"), plain.getPageSource());
            assertArrived("plain ő");
        } finally {
            plain.quit();
        }
    }

    private static void assertArrived(String... texts) {
        await().until(() -> smsc.received().size() == texts.length);
        assertEquals(
                List.of(texts).stream().sorted().toList(),
                smsc.texts().stream().sorted().toList());
    }
}
