/** Posts events to the URLs of clients and operators, in the order of each message. */
package org.caravansms.callback;
