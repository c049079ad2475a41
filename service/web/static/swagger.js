const home = document.getElementById("swagger");

SwaggerUIBundle({
  domNode: home,
  url: home.dataset.openapi,
  validatorUrl: null,
  deepLinking: true,
  defaultModelsExpandDepth: 0,
  tryItOutEnabled: true,
});
