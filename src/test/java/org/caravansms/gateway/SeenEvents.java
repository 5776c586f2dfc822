package org.caravansms.gateway;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.JMSRuntimeException;
import jakarta.jms.Message;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.caravansms.broker.Broker;

/** A subscriber of the topic sms.events, as a team's own route would be. */
final class SeenEvents implements AutoCloseable {

    private static final JsonMapper JSON = new JsonMapper();

    private final List<JsonNode> documents = new CopyOnWriteArrayList<>();
    private final List<JsonNode> events = new CopyOnWriteArrayList<>();
    private final JMSContext client = Broker.connectionFactory(-1).createContext();

    SeenEvents() {
        client.createConsumer(client.createTopic("sms.events")).setMessageListener(this::see);
    }

    private void see(Message message) {
        try {
            JsonNode document = JSON.readTree(message.getBody(String.class));
            documents.add(document);
            document.get("events").forEach(events::add);
        } catch (JMSException e) {
            throw new JMSRuntimeException(e.getMessage());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @return the JMS messages as they came */
    List<JsonNode> documents() {
        return documents;
    }

    List<JsonNode> of(String type) {
        return events.stream()
                .filter(event -> event.get("type").asText().equals(type))
                .toList();
    }

    List<String> types() {
        return events.stream().map(event -> event.get("type").asText()).toList();
    }

    List<String> ids(String type) {
        return of(type).stream().map(event -> event.path("id").asText()).toList();
    }

    @Override
    public void close() {
        client.close();
    }
}
