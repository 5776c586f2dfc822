package org.caravansms.jms;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import jakarta.jms.JMSException;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.Test;

/** What a route makes of a commit that was not confirmed. */
class CommitInDoubtTest {

    @Test
    void doubtShouldNotBeHandledAsTheErrorBehindIt() throws Exception {
        try (DefaultCamelContext camel = new DefaultCamelContext()) {
            camel.addRoutes(new Handlers());
            camel.start();
            try (var template = camel.createProducerTemplate()) {
                assertEquals("in doubt", template.requestBody("direct:queue", new Object()));
            }
        }
    }

    @Test
    void errorBehindItShouldBeSeen() {
        JMSException behind = new JMSException("connection lost");
        JMSException doubt = assertThrows(JMSException.class, () -> {
            throw new CommitInDoubtException(behind);
        });
        assertInstanceOf(CommitInDoubtException.class, doubt);
        assertEquals(behind, doubt.getSuppressed()[0]);
    }

    private static final class Handlers extends RouteBuilder {
        @Override
        public void configure() {
            onException(CommitInDoubtException.class).handled(true).setBody(constant("in doubt"));
            onException(JMSException.class).handled(true).setBody(constant("not accepted"));
            from("direct:queue").process(exchange -> {
                throw new CommitInDoubtException(new CommitInDoubtException(new JMSException("connection lost")));
            });
        }
    }
}
