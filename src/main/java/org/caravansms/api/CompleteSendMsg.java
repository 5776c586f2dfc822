package org.caravansms.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Objects;
import java.util.Optional;

/**
 * Completes a message of the JSON API for its reply: every key is there and every time is one, in one form, since client
 * libraries trip over what is missing.
 */
final class CompleteSendMsg {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss").withZone(ZoneId.systemDefault());

    /** What the client libraries ask for themselves where their user names no end; it goes into the reply only. */
    private static final Duration USUAL_VALIDITY = Duration.ofDays(7);

    private final ObjectMapper json = JsonForm.mapper();

    SendMsgMessage of(Report report) {
        SendMsgMessage message = ((JsonDraft) report.draft()).message();
        message.status = report.isAccepted() ? SendMsgReply.SUCCESS : report.statusMessage();
        if (report.isAccepted()) {
            message.messageId = orElse(message.messageId, report.messageId());
            message.text = report.text();
            message.toAddress = report.recipient();
            message.fromAddress = report.originator();
        }
        complete(message);
        times(message, report);
        return message;
    }

    private void complete(SendMsgMessage message) {
        message.messageId = orElse(message.messageId, "");
        message.fromConnection = orElse(message.fromConnection, "");
        message.fromAddress = orElse(message.fromAddress, "");
        message.fromStation = orElse(message.fromStation, "");
        message.toConnection = orElse(message.toConnection, "");
        message.toAddress = orElse(message.toAddress, "");
        message.toStation = orElse(message.toStation, "");
        message.text = orElse(message.text, "");
        message.submitReportRequested = Objects.requireNonNullElse(message.submitReportRequested, true);
        message.deliveryReportRequested = Objects.requireNonNullElse(message.deliveryReportRequested, true);
        message.viewReportRequested = Objects.requireNonNullElse(message.viewReportRequested, true);
        message.tags = tags(message.tags);
    }

    private static void times(SendMsgMessage message, Report report) {
        Instant created = report.isAccepted() ? report.message().acceptedAt() : Instant.now();
        Optional<Instant> sendAt =
                Optional.ofNullable(report.message()).map(sent -> sent.options().sendAt());
        Optional<Instant> until =
                Optional.ofNullable(report.message()).map(sent -> sent.options().validUntil());
        message.createDate = TIME.format(created);
        message.timeToSend = TIME.format(sendAt.orElse(created));
        message.validUntil = TIME.format(until.orElse(sendAt.orElse(created).plus(USUAL_VALIDITY)));
    }

    private JsonNode tags(JsonNode given) {
        JsonNode tags = given != null && given.isTextual() ? parsed(given.textValue()) : given;
        return tags != null && tags.isArray() ? tags : JsonNodeFactory.instance.arrayNode();
    }

    private JsonNode parsed(String text) {
        try {
            return json.readTree(text);
        } catch (JsonProcessingException e) {
            return null;
        }
    }

    private static String orElse(String given, String otherwise) {
        return given == null || given.isEmpty() ? otherwise : given;
    }
}
