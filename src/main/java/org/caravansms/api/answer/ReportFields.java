package org.caravansms.api.answer;

import java.util.function.BiConsumer;
import org.caravansms.api.Report;

/** The parts of a report in the order and under the names that the vendor documents, for XML and URL-encoded answers. */
final class ReportFields {

    private ReportFields() {}

    static void each(Report report, boolean extended, BiConsumer<String, String> field) {
        String i = report.suffix();
        field.accept("statuscode" + i, Integer.toString(report.statusCode()));
        field.accept("statusmessage" + i, report.statusMessage());
        field.accept("messageid" + i, report.messageId());
        field.accept("originator" + i, report.originator());
        field.accept("recipient", report.recipient());
        field.accept("messagetype" + i, report.type());
        field.accept("messagedata" + i, report.text());
        field.accept("serviceprovider" + i, report.provider());
        if (extended && report.isAccepted()) {
            field.accept("segments" + i, Integer.toString(report.segments().count()));
            field.accept("encoding" + i, report.segments().encoding());
        }
    }
}
