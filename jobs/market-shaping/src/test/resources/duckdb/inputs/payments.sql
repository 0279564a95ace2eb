CREATE TABLE payments_read AS
SELECT
    file, row,
    payment_id, supplier_id, supplier_name, expense_type, expense_code, cost_centre, contract_id,
    day_of(payment_date) AS payment_date,
    money_of(amount) AS amount,
    code_of('setting', setting) AS setting,
    code_of('purchase_route', purchase_route) AS purchase_route,
    [
        violation_if_empty('payment_date', payment_date),
        violation_if_empty('amount', amount),
        violation_if_no_date('payment_date', payment_date),
        violation_if_unreadable('amount', amount, money_of(amount), 'an amount such as 1234.50 or £1,234.50')
    ] AS violations
FROM payments_records;
