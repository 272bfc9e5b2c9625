// A sheet's "print" button. Without scripts it is not shown, and the browser's menu prints.
document.addEventListener("click", (event) => {
  if (event.target.closest("button.print")) window.print();
});
