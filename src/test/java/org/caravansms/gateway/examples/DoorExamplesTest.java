package org.caravansms.gateway.examples;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.jms.JMSContext;
import jakarta.jms.Queue;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.caravansms.FreePort;
import org.caravansms.gateway.ExampleGateway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Examples that join the gateway with another program: HTTP, another broker, a mail server. */
class DoorExamplesTest {

    @RegisterExtension
    static final ExampleGateway gateway = new ExampleGateway();

    @Test
    void postOfJsonShouldBeSentAndAnsweredWithReports() throws Exception {
        String address = "127.0.0.1:" + FreePort.next();
        gateway.set("webhook.address", address);
        gateway.copy("webhook");
        HttpResponse<String> sent = post(address, "{\"to\":\"+36201111111\",\"text\":\"Webhook é\"}");
        assertEquals(200, sent.statusCode());
        assertTrue(sent.body().startsWith("{\"accepted\":1,\"reports\":[{\"code\":0,"), sent.body());
        assertEquals(
                "application/json", sent.headers().firstValue("Content-Type").orElse(""));
        HttpResponse<String> wrong = post(address, "no JSON");
        assertEquals(400, wrong.statusCode());
        assertTrue(wrong.body().startsWith("The request is not the JSON of a message"), wrong.body());
        assertEquals(List.of("Webhook é"), gateway.texts(1));
    }

    /** The header would name the user, were it left. */
    private static HttpResponse<String> post(String address, String json) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://" + address + "/sms"))
                .header("SmsUser", "nobody")
                .POST(HttpRequest.BodyPublishers.ofString(json))
                .build();
        return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void messageOnAQueueOfAnotherArtemisShouldBeSentAndReported() throws Exception {
        String url = "tcp://127.0.0.1:" + FreePort.next();
        EmbeddedActiveMQ other = new EmbeddedActiveMQ()
                .setConfiguration(new ConfigurationImpl()
                        .setName("other")
                        .setPersistenceEnabled(false)
                        .setSecurityEnabled(false)
                        .addAcceptorConfiguration("tcp", url));
        other.start();
        try (ActiveMQConnectionFactory factory = new ActiveMQConnectionFactory(url);
                JMSContext producer = factory.createContext()) {
            gateway.set("other.url", url);
            gateway.copy("other-broker");
            Queue replies = producer.createTemporaryQueue();
            producer.createProducer()
                    .setJMSReplyTo(replies)
                    .send(producer.createQueue("sms"), "{\"to\":\"+36201111111\",\"text\":\"Bridged é\"}");
            String reply = producer.createConsumer(replies).receiveBody(String.class, 20_000);
            assertTrue(reply.startsWith("{\"accepted\":1,"), reply);
            assertEquals(List.of("Bridged é"), gateway.texts(1));
        } finally {
            gateway.removeAll();
            other.stop();
        }
    }

    @Test
    void mailShouldBecomeAnSmsAndAnSmsAMail() throws Exception {
        GreenMail mails = new GreenMail(new ServerSetup[] {
            new ServerSetup(FreePort.next(), "127.0.0.1", "smtp"), new ServerSetup(FreePort.next(), "127.0.0.1", "imap")
        });
        mails.setUser("sms@example.com", "sms", "secret");
        mails.setUser("office@example.com", "office", "secret");
        mails.start();
        try {
            gateway.set("mail.box", "127.0.0.1:" + mails.getImap().getPort());
            gateway.set("mail.password", "secret");
            gateway.set("mail.period", 500);
            gateway.set("smtp.server", "127.0.0.1:" + mails.getSmtp().getPort());
            gateway.copy("mail-to-sms");
            gateway.copy("sms-to-mail");
            ServerSetup smtp = mails.getSmtp().getServerSetup();
            GreenMailUtil.sendTextEmail("sms@example.com", "x@evil.example", "+36201111111", "Not sent", smtp);
            GreenMailUtil.sendTextEmail("sms@example.com", "Anna@example.com", "+36201111111", "From a mail", smtp);
            assertEquals(List.of("From a mail"), gateway.texts(1));
            gateway.deliverFromHandset("36205555555", "1616", "To a mail: ő");
            await().until(() -> mails.getReceivedMessages().length == 3);
            assertEquals(
                    "SMS from 36205555555",
                    mails.getReceivedMessages()[2].getSubject().replace("+", ""));
            assertTrue(mails.getReceivedMessages()[2].getContent().toString().startsWith("To a mail: ő"));
        } finally {
            gateway.removeAll();
            mails.stop();
        }
    }
}
