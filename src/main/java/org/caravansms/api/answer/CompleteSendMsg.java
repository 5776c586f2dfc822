package org.caravansms.api.answer;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.caravansms.api.JsonMessageRequest;
import org.caravansms.api.Report;
import org.caravansms.api.SendMsgMessage;
import org.caravansms.api.UnpairedSurrogates;
import org.caravansms.message.FolderItem;

/**
 * Completes a message of the JSON API for its reply: client libraries fail on a missing key or time, and on a time of
 * another form.
 */
final class CompleteSendMsg {

    /** The default of the client libraries; it is in the reply only. */
    private static final Duration USUAL_VALIDITY = Duration.ofDays(7);

    private final ReadTags tags = new ReadTags();

    /** A copy, of which nothing is left when it is written: a reply may have 100,000 of them. */
    SendMsgMessage of(Report report) {
        SendMsgMessage message =
                ((JsonMessageRequest) report.request()).message().copy();
        message.status = report.isAccepted() ? SendMsgReply.SUCCESS : report.statusMessage();
        if (report.isAccepted()) {
            message.messageId = orElse(report.message().options().clientId(), report.messageId());
            message.text = report.text();
            message.toAddress = report.recipient();
            message.fromAddress = report.originator();
        }
        complete(message);
        times(message, report);
        return message;
    }

    /** A message of a folder has its type as a tag, as the vendor has it, and its ports. */
    SendMsgMessage of(FolderItem item) {
        SendMsgMessage message = new SendMsgMessage();
        message.messageId = item.id();
        message.fromAddress = UnpairedSurrogates.of(item.originator());
        message.toAddress = UnpairedSurrogates.of(item.recipient());
        message.text = UnpairedSurrogates.of(item.text());
        message.status = item.state().name();
        ObjectNode tags = JsonNodeFactory.instance.objectNode().put("Type", item.type());
        DownloadedMessage.of(item).eachPort(tags::put);
        message.tags = tags;
        complete(message);
        times(message, item.createdAt(), item.sentAt(), null);
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
        message.tags = tags.of(message.tags);
    }

    private static void times(SendMsgMessage message, Report report) {
        Instant created = report.isAccepted() ? report.message().acceptedAt() : Instant.now();
        Optional<Instant> sendAt =
                Optional.ofNullable(report.message()).map(sent -> sent.options().sendAt());
        Optional<Instant> until =
                Optional.ofNullable(report.message()).map(sent -> sent.options().validUntil());
        times(message, created, sendAt.orElse(null), until.orElse(null));
    }

    private static void times(SendMsgMessage message, Instant created, Instant sendAt, Instant until) {
        Instant sent = sendAt == null ? created : sendAt;
        message.createDate = WriteTime.WITH_DASHES.of(created);
        message.timeToSend = WriteTime.WITH_DASHES.of(sent);
        message.validUntil = WriteTime.WITH_DASHES.of(until == null ? sent.plus(USUAL_VALIDITY) : until);
    }

    private static String orElse(String given, String otherwise) {
        return given == null || given.isEmpty() ? otherwise : given;
    }
}
