package org.caravansms.smsc;

import java.util.List;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.component.smpp.SmppConfiguration;
import org.apache.camel.component.smpp.SmppConstants;
import org.apache.camel.component.smpp.SmppException;
import org.apache.camel.component.smpp.SmppSubmitSmCommand;
import org.apache.camel.support.ExchangeHelper;
import org.jsmpp.bean.DataCodings;
import org.jsmpp.bean.ESMClass;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.RegisteredDelivery;
import org.jsmpp.bean.SubmitSm;
import org.jsmpp.bean.TypeOfNumber;
import org.jsmpp.session.SMPPSession;

/**
 * The submit_sm of camel-smpp, SMPP 3.4 section 4.4.1, with two fields that camel-smpp cannot send: it loses bits of
 * esm_class, and its sm_default_msg_id is always 0.
 */
final class SubmitSmCommand extends SmppSubmitSmCommand {

    /** The header with sm_default_msg_id, a Byte. */
    static final String SM_DEFAULT_MSG_ID = "SmsSmDefaultMsgId";

    SubmitSmCommand(SMPPSession session, SmppConfiguration config) {
        super(session, config);
    }

    boolean isOf(SMPPSession other) {
        return session == other;
    }

    @Override
    public void execute(Exchange exchange) throws SmppException {
        SubmitSm submit = createSubmitSmTemplate(exchange);
        try {
            String id = submitted(submit, exchange.getIn());
            ExchangeHelper.getResultMessage(exchange).setHeader(SmppConstants.ID, id == null ? List.of() : List.of(id));
        } catch (Exception e) {
            throw new SmppException(e);
        }
    }

    private String submitted(SubmitSm submit, Message in) throws Exception {
        return session.submitShortMessage(
                        submit.getServiceType(),
                        TypeOfNumber.valueOf(submit.getSourceAddrTon()),
                        NumberingPlanIndicator.valueOf(submit.getSourceAddrNpi()),
                        submit.getSourceAddr(),
                        TypeOfNumber.valueOf(submit.getDestAddrTon()),
                        NumberingPlanIndicator.valueOf(submit.getDestAddrNpi()),
                        submit.getDestAddress(),
                        in.getHeader(SmppConstants.ESM_CLASS, ESMClass.class),
                        submit.getProtocolId(),
                        submit.getPriorityFlag(),
                        submit.getScheduleDeliveryTime(),
                        submit.getValidityPeriod(),
                        new RegisteredDelivery(getRegisterDeliveryFlag(in)),
                        submit.getReplaceIfPresent(),
                        DataCodings.newInstance(submit.getDataCoding()),
                        in.getHeader(SM_DEFAULT_MSG_ID, (byte) 0, Byte.class),
                        getShortMessage(in),
                        submit.getOptionalParameters())
                .getMessageId();
    }
}
