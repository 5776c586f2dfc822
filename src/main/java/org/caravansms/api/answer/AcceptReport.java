package org.caravansms.api.answer;

import java.util.function.BiConsumer;
import org.caravansms.api.Report;

/** A report under the names and in the order that the vendor documents; {@code responseformat=json} has them without an index. */
public record AcceptReport(
        int statuscode,
        String statusmessage,
        String messageid,
        String originator,
        String recipient,
        String messagetype,
        String messagedata,
        String serviceprovider,
        Integer segments,
        String encoding) {

    static AcceptReport of(Report report, boolean extended) {
        boolean more = extended && report.isAccepted();
        return new AcceptReport(
                report.statusCode(),
                report.statusMessage(),
                report.messageId(),
                report.originator(),
                report.recipient(),
                report.type(),
                report.text(),
                report.provider(),
                more ? report.segments().count() : null,
                more ? report.segments().encoding() : null);
    }

    /**
     * For XML and URL-encoded answers.
     *
     * @param i the report's index, which the vendor's names have, but for the recipient's
     */
    void each(String i, BiConsumer<String, String> field) {
        field.accept("statuscode" + i, Integer.toString(statuscode));
        field.accept("statusmessage" + i, statusmessage);
        field.accept("messageid" + i, messageid);
        field.accept("originator" + i, originator);
        field.accept("recipient", recipient);
        field.accept("messagetype" + i, messagetype);
        field.accept("messagedata" + i, messagedata);
        field.accept("serviceprovider" + i, serviceprovider);
        if (segments != null) {
            field.accept("segments" + i, segments.toString());
            field.accept("encoding" + i, encoding);
        }
    }
}
