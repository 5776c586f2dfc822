package org.caravansms.api.answer;

import org.caravansms.api.Report;

/** A report as {@code responseformat=json} writes it, under the names of the XML without their index. */
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
}
