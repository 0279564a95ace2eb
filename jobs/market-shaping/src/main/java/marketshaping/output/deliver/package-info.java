/**
 * Delivery of finished packs. A folder of packs and the delivery settings come in; copies in a shared folder and
 * e-mails go out. Read {@link marketshaping.output.deliver.DeliveryService} first.
 */
package marketshaping.output.deliver;
