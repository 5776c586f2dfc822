/** Reads what SMSCs send: receipts, and the messages of people. */
package org.caravansms.receipts;
